package io.quarkiverse.usersession.benchmarks.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.StoredValue;
import io.quarkiverse.usersession.UserSession;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;

/** All on the event loop. */
@Path("/value")
@NonBlocking
public class ValueEndpoints {

    private static final String OK = "as it should be";
    private static final String VISITS = "visits";

    private final Map<Integer, String> values = new ConcurrentHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();

    @Inject
    UserSession session;

    @Inject
    @SessionKey("large")
    StoredValue<String> large;

    @GET
    @Path("begin")
    public Uni<String> begin(@RestQuery int size) {
        session.set(VISITS, changes.incrementAndGet());
        return written(size);
    }

    @GET
    @Path("cookie-read")
    public String cookieRead() {
        return session.has(VISITS) ? OK : "nothing";
    }

    @GET
    @Path("read")
    public Uni<String> read(@RestQuery int size) {
        return large.get().map(value -> value.isPresent() && value.get().length() == size ? OK : "nothing");
    }

    @GET
    @Path("cookie-written")
    public String cookieWritten() {
        session.set(VISITS, changes.incrementAndGet());
        return OK;
    }

    @GET
    @Path("written")
    public Uni<String> written(@RestQuery int size) {
        return large.set(values.computeIfAbsent(size, "x"::repeat)).replaceWith(OK);
    }
}
