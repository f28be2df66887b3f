package io.quarkiverse.usersession.benchmarks.http;

import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;

@Path("/event-loop")
@NonBlocking
public class UserEndpoints {

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    @GET
    @Path("plain")
    public String plain() {
        return "plain";
    }

    @GET
    @Path("sign-in")
    public String signIn(@RestQuery String user) {
        session.signIn(user, Set.of("user"));
        return user;
    }

    @GET
    @Path("who")
    @Authenticated
    public String who() {
        return identity.getPrincipal().getName();
    }
}
