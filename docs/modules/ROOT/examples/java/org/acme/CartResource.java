package org.acme;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;

import io.quarkiverse.usersession.SessionData;
import io.quarkiverse.usersession.UserSession;

@Path("/cart")
public class CartResource {

    // tag::record[]
    @SessionData // <1>
    public record Item(String name, int quantity, BigDecimal price) {
    }
    // end::record[]

    @Inject
    UserSession session;

    // tag::list[]
    @POST
    @Path("{name}")
    public int add(@RestPath String name) {
        List<Item> items = new ArrayList<>(items());
        items.add(new Item(name, 1, new BigDecimal("4.20")));
        session.set("items", items);
        return items.size();
    }

    @GET
    public List<Item> items() {
        return session.get("items", new TypeLiteral<List<Item>>() {
        }).orElse(List.of());
    }
    // end::list[]

    // tag::plain[]
    @POST
    @Path("checkout")
    public Instant checkout() {
        session.set("checkedOutAt", Instant.now());
        return session.get("checkedOutAt", Instant.class).orElseThrow();
    }
    // end::plain[]
}
