package org.acme.compatibility.opentelemetry;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.opentelemetry.api.trace.Span;
import io.quarkiverse.usersession.UserSession;

@Path("/traced")
public class TracedPages {

    @Inject
    UserSession session;

    @GET
    public String traced() {
        return (Span.current().getSpanContext().isValid() ? "traced " : "not traced ") + session.get("colour").orElse("none");
    }
}
