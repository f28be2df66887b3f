package org.acme;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.UserSession;

@Path("/widget")
public class EmbeddedResource {

    // tag::inject[]
    @Inject
    @SessionName("widget")
    UserSession widget;
    // end::inject[]

    @POST
    public void open() {
        widget.set("opened", true);
    }
}
