package org.acme;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.UserSession;

// tag::class[]
@Path("/onboarding")
public class OnboardingResource {

    @Inject
    UserSession session; // <1>

    @Inject
    @SessionName("onboarding")
    UserSession onboarding; // <2>

    @POST
    @Path("{step}")
    public void done(@RestPath int step) {
        onboarding.set("step", step);
    }

    @POST
    @Path("finish")
    public void finish() {
        session.set("onboarded", true);
        onboarding.destroy(); // <3>
    }
}
// end::class[]
