package org.acme;

import jakarta.enterprise.event.Observes;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.vertx.ext.web.Router;

class Routes {

    // tag::router[]
    void routes(@Observes Router router, SessionStorage sessions) {
        router.get("/route").handler(rc -> {
            UserSession session = sessions.getUserSession(rc); // <1>
            session.set("cameBy", "route");
            rc.end("Hello " + session.get("userID").orElse("stranger"));
        });
    }
    // end::router[]
}
