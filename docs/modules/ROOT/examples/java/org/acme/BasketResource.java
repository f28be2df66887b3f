package org.acme;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionValue;

@Path("/basket")
public class BasketResource {

    // tag::value[]
    public record Basket(List<String> products) {

        static final Basket EMPTY = new Basket(List.of());

        Basket with(String product) {
            List<String> more = new ArrayList<>(products);
            more.add(product);
            return new Basket(more);
        }
    }

    @Inject
    @SessionKey("basket")
    SessionValue<Basket> basket;

    @POST
    @Path("{product}")
    public void add(@RestPath String product) {
        basket.set(basket.get().orElse(Basket.EMPTY).with(product));
    }

    @GET
    public Basket show() {
        return basket.get().orElse(Basket.EMPTY);
    }

    @DELETE
    public void empty() {
        basket.unset();
    }
    // end::value[]
}
