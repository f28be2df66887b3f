package io.quarkiverse.usersession.test.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.usersession.UserSession;
import io.smallrye.mutiny.Multi;

@Path("/stream")
@Produces(MediaType.SERVER_SENT_EVENTS)
public class StreamEndpoints {

    @Inject
    UserSession session;

    @GET
    @Path("set")
    public Multi<String> set(@RestQuery String value) {
        return Multi.createFrom().items(Steps.set(session, value), "second");
    }

    @GET
    @Path("get")
    public Multi<String> get() {
        return Multi.createFrom().items(Steps.get(session), "second");
    }

    @GET
    @Path("untouched")
    public Multi<String> untouched() {
        return Multi.createFrom().items("untouched", "second");
    }

    @GET
    @Path("set-422")
    public Multi<String> setThenRefuse(@RestQuery String value) {
        Steps.set(session, value);
        throw new WebApplicationException(Steps.UNPROCESSABLE);
    }

    @GET
    @Path("set-throw")
    public Multi<String> setThenThrow(@RestQuery String value) {
        Steps.set(session, value);
        throw new IllegalStateException("thrown by the endpoint");
    }

    @GET
    @Path("late")
    public Multi<String> late(@RestQuery String value) {
        Steps.set(session, value);
        return Multi.createFrom().range(0, 3).map(item -> item == 2 ? Steps.setAfterTheHeaders(session) : "item " + item);
    }

    /** The session is first used when the headers are out. */
    @GET
    @Path("late-first-use")
    public Multi<String> lateFirstUse() {
        return Multi.createFrom().range(0, 3).map(item -> item == 2 ? Steps.setAfterTheHeaders(session) : "item " + item);
    }
}
