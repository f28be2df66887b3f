package org.acme;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.StoredValue;
import io.smallrye.mutiny.Uni;

@Path("/order")
public class OrderResource {

    // tag::value[]
    public record Order(List<String> lines) {

        static final Order EMPTY = new Order(List.of());

        Order with(String line) {
            List<String> more = new ArrayList<>(lines);
            more.add(line);
            return new Order(more);
        }
    }

    @Inject
    @SessionKey("order")
    StoredValue<Order> order;

    @POST
    public Uni<Void> add(String line) {
        return order.get().flatMap(stored -> order.set(stored.orElse(Order.EMPTY).with(line))); // <1>
    }

    @GET
    public String show() {
        return String.join("\n", order.getAndAwait().orElse(Order.EMPTY).lines()); // <2>
    }

    @DELETE
    public Uni<Void> cancel() {
        return order.unset();
    }
    // end::value[]
}
