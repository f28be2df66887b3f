package io.quarkiverse.usersession.sample;

import java.net.URI;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of the shop, and the forms on them. All that it remembers of a visitor is in the session. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class ShopPages {

    private static final int MAX_NAME_LENGTH = 60;

    @Inject
    UserSession session;

    @CheckedTemplate
    static final class Templates {

        static native TemplateInstance shop(String userName, int visits, String message, List<Product> products, Cart cart);

        static native TemplateInstance about();

        static native TemplateInstance signedOut();
    }

    @GET
    public TemplateInstance shop() {
        int visits = session.get("visits", Integer.class).orElse(0) + 1;
        session.set("visits", visits);
        String userName = session.get("userName").orElse("");
        String message = session.get("message").orElse("");
        return Templates.shop(userName, visits, message, Catalog.PRODUCTS, Cart.from(session));
    }

    @GET
    @Path("about")
    public TemplateInstance about() {
        return Templates.about();
    }

    @POST
    @Path("sign-in")
    public Response signIn(@RestForm String name) {
        String userName = name == null ? "" : name.strip();
        if (userName.isEmpty() || userName.length() > MAX_NAME_LENGTH) {
            return backToShop("Please enter a name of 1 to " + MAX_NAME_LENGTH + " characters");
        }
        // A new id, so that one which somebody learned before the sign-in is worth nothing after it
        session.renew().set("userName", userName);
        return backToShop("Welcome, " + userName);
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        session.destroy();
        // No message: it would start a new session
        return Response.seeOther(URI.create("/signed-out")).build();
    }

    @GET
    @Path("signed-out")
    public TemplateInstance signedOut() {
        return Templates.signedOut();
    }

    @POST
    @Path("cart/{sku}")
    public Response addToCart(@RestPath String sku) {
        return backToShop(Catalog.find(sku).map(this::add).orElse("There is no such product"));
    }

    @POST
    @Path("cart/{sku}/remove")
    public Response removeFromCart(@RestPath String sku) {
        return backToShop(Catalog.find(sku).map(this::remove).orElse("There is no such product"));
    }

    @POST
    @Path("cart/empty")
    public Response emptyCart() {
        Cart.EMPTY.saveTo(session);
        return backToShop("All products were taken out of your cart");
    }

    private String add(Product product) {
        Cart cart = Cart.from(session);
        if (cart.quantity(product) >= Cart.MAX_QUANTITY) {
            return "We sell at most " + Cart.MAX_QUANTITY + " of a product at once";
        }
        cart.add(product).saveTo(session);
        return product.name() + ": one added to your cart";
    }

    private String remove(Product product) {
        Cart.from(session).remove(product).saveTo(session);
        return product.name() + ": taken out of your cart";
    }

    /** Leaves a message for the next page, and answers with a redirect so that a reload does not send the form again. */
    private Response backToShop(String message) {
        session.flash("message", message);
        return Response.seeOther(URI.create("/")).build();
    }
}
