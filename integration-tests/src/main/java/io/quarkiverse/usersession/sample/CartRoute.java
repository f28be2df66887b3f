package io.quarkiverse.usersession.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionValue;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.web.Route;
import io.smallrye.mutiny.Uni;

/** The cart for programs and scripts, as a reactive route on the event loop. */
@ApplicationScoped
class CartRoute {

    @Inject
    @SessionKey("cart")
    SessionValue<Cart> cart;

    @Inject
    CurrentIdentityAssociation identities;

    record Summary(String customer, int products, String total) {
    }

    @Route(path = "/cart.json", methods = Route.HttpMethod.GET, produces = "application/json")
    Uni<Summary> summary() {
        // not an injected SecurityIdentity: on the event loop, where nothing may block, Quarkus gives it this way only
        return identities.getDeferredIdentity().map(this::summary);
    }

    private Summary summary(SecurityIdentity identity) {
        Cart now = cart.get().orElse(Cart.EMPTY);
        return new Summary(identity.isAnonymous() ? "" : identity.getPrincipal().getName(), now.products(),
                now.total().toString());
    }
}
