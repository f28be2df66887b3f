package io.quarkiverse.usersession.test.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeMap;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.usersession.UserSession;
import io.smallrye.common.annotation.Blocking;

@Path("/blocking")
@Blocking
public class BlockingEndpoints {

    @Inject
    UserSession session;

    @GET
    @Path("set")
    public String set(@RestQuery String value) {
        return Steps.set(session, value);
    }

    @GET
    @Path("get")
    public String get() {
        return Steps.get(session);
    }

    @GET
    @Path("untouched")
    public String untouched() {
        return "untouched";
    }

    @GET
    @Path("set-422")
    public String setThenRefuse(@RestQuery String value) {
        Steps.set(session, value);
        throw new WebApplicationException(Steps.UNPROCESSABLE);
    }

    @GET
    @Path("set-throw")
    public String setThenThrow(@RestQuery String value) {
        Steps.set(session, value);
        throw new IllegalStateException("thrown by the endpoint");
    }

    @GET
    @Path("set-cached")
    public Response setThenCached(@RestQuery String value, @RestQuery String vary, @RestQuery String cache) {
        Steps.set(session, value);
        return Response.ok("cached").header("Vary", vary).header("Cache-Control", cache).build();
    }

    @GET
    @Path("destroy")
    public String destroy() {
        session.destroy();
        return "destroyed";
    }

    @GET
    @Path("id")
    public String id() {
        return session.id();
    }

    @GET
    @Path("data")
    public String data() {
        return new TreeMap<>(session.data()).toString();
    }

    @GET
    @Path("access")
    public String access(@RestQuery String method) {
        Object result = switch (method) {
            case "id" -> session.id();
            case "get" -> session.get("user");
            case "get-typed" -> session.get("user", Object.class);
            case "set" -> session.set("key", "value");
            case "has" -> session.has("user");
            case "unset" -> session.unset("user");
            case "clear" -> session.clear();
            case "flash" -> session.flash("message", "flashed");
            case "data" -> session.data();
            case "isNew" -> session.isNew();
            case "isEmpty" -> session.isEmpty();
            case "createdAt" -> session.createdAt();
            case "expiresAt" -> session.expiresAt();
            case "maxAge" -> session.maxAge(Duration.ofDays(1));
            case "renew" -> session.renew();
            case "destroy" -> {
                session.destroy();
                yield "";
            }
            default -> throw new IllegalArgumentException(method);
        };
        return "accessed by " + method + ": " + (result != null);
    }

    @GET
    @Path("read-flash")
    public String readFlash() {
        return session.get("message").orElse("none");
    }

    @GET
    @Path("late")
    public StreamingOutput late(@RestQuery String value) {
        Steps.set(session, value);
        return output -> {
            output.write("first\n".getBytes(StandardCharsets.UTF_8));
            output.flush();
            output.write(Steps.setAfterTheHeaders(session).getBytes(StandardCharsets.UTF_8));
        };
    }
}
