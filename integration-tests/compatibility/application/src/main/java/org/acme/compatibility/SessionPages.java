package org.acme.compatibility;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.UserSession;

/** What every application does with a session, in annotations that RESTEasy Classic has too. */
@Path("/")
public class SessionPages {

    @Inject
    UserSession session;

    @Inject
    @SessionName("onboarding")
    UserSession onboarding;

    @Inject
    @SessionKey("basket")
    SessionValue<Basket> basket;

    @GET
    @Path("untouched")
    public String untouched() {
        return "untouched";
    }

    @GET
    @Path("value/{key}")
    public String value(@PathParam("key") String key) {
        return session.get(key).orElse("none");
    }

    @POST
    @Path("value/{key}")
    public String set(@PathParam("key") String key, String value) {
        session.set(key, value);
        return value;
    }

    @POST
    @Path("value-and-error/{key}")
    public Response setAndFail(@PathParam("key") String key, String value) {
        session.set(key, value);
        return Response.status(409).build();
    }

    @GET
    @Path("flash")
    public String flash() {
        return session.get("flash").orElse("none");
    }

    @POST
    @Path("flash")
    public void flash(String value) {
        session.flash("flash", value);
    }

    @GET
    @Path("basket")
    public String basket() {
        return basket.get().map(Basket::toString).orElse("none");
    }

    @POST
    @Path("basket")
    public void fill() {
        basket.set(new Basket(List.of("tea", "cup"), 2));
    }

    @GET
    @Path("step")
    public String step() {
        return onboarding.get("step").orElse("none");
    }

    @POST
    @Path("step")
    public void step(String step) {
        onboarding.set("step", step);
    }

    @POST
    @Path("renew")
    public String renew() {
        String before = session.id();
        return session.renew().id().equals(before) ? "same" : "renewed";
    }

    @POST
    @Path("destroy")
    public void destroy() {
        session.destroy();
    }
}
