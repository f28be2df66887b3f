package io.quarkiverse.usersession.sample;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.identity.SecurityIdentity;

/** The actions of the buttons next to products and in the cart. */
@Path("cart")
public final class CartPages {

    @Inject
    UserSession session;

    @Inject
    @SessionKey("cart")
    SessionValue<Cart> cart;

    @Inject
    SecurityIdentity identity;

    @POST
    @Path("{sku}")
    public Response add(@RestPath String sku) {
        forgetAnEndedSignIn();
        return backToShop(sku, this::add);
    }

    @POST
    @Path("{sku}/remove")
    public Response remove(@RestPath String sku) {
        forgetAnEndedSignIn();
        return backToShop(sku, this::remove);
    }

    @POST
    @Path("empty")
    public Response empty() {
        forgetAnEndedSignIn();
        cart.unset();
        return backToShop(Message.done("All products were taken out of your cart"));
    }

    /**
     * Authentication is lazy here. If a sign-in has been ended, its session becomes empty when the shop finds out who this is.
     * If only the next page found out, what is put into the cart now would be lost.
     */
    private void forgetAnEndedSignIn() {
        identity.isAnonymous();
    }

    private Message add(Product product) {
        Cart before = cart.get().orElse(Cart.EMPTY);
        if (before.quantity(product) >= Cart.MAX_QUANTITY) {
            return Message.refused("We sell at most " + Cart.MAX_QUANTITY + " of a product at once");
        }
        cart.set(before.add(product));
        return Message.done(product.name() + ": one added to your cart");
    }

    private Message remove(Product product) {
        cart.set(cart.get().orElse(Cart.EMPTY).remove(product));
        return Message.done(product.name() + ": taken out of your cart");
    }

    private Response backToShop(String sku, Function<Product, Message> change) {
        Optional<Product> product = Catalog.find(sku);
        return backToShop(product.map(change).orElse(Message.refused("There is no such product")));
    }

    /** Leaves a message for the next page, and answers with a redirect so that a reload does not send the form again. */
    private Response backToShop(Message message) {
        message.leaveIn(session);
        return Response.seeOther(URI.create("/")).build();
    }
}
