package io.quarkiverse.usersession.redis.test;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.StoredValue;
import io.quarkiverse.usersession.redis.test.StoredValuesTest.Cart;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/virtual")
@RunOnVirtualThread
class VirtualShop {

    @Inject
    @SessionKey("cart")
    StoredValue<Cart> cart;

    @GET
    @Path("add")
    public String add(@QueryParam("sku") String sku) {
        cart.setAndAwait(Cart.of(cart.getAndAwait()).with(sku));
        return "added";
    }

    @GET
    @Path("show")
    public String show() {
        return Cart.shown(cart.getAndAwait());
    }

    @GET
    @Path("remove")
    public String remove() {
        cart.unsetAndAwait();
        return "removed";
    }
}
