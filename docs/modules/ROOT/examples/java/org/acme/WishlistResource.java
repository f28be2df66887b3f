// tag::class[]
package org.acme;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionValue;

@Path("/wishlist")
public class WishlistResource {

    public record Wishlist(List<String> products) {
    }

    @Inject
    @SessionKey("wishlist")
    SessionValue<Wishlist> wishlist;

    @GET
    public Wishlist show() {
        return wishlist.get().orElse(new Wishlist(List.of()));
    }

    @POST
    @Path("{product}")
    public Wishlist add(@RestPath String product) {
        List<String> products = Stream.concat(show().products().stream(), Stream.of(product)).toList();
        wishlist.set(new Wishlist(products)); // <1>
        return show();
    }
}
// end::class[]
