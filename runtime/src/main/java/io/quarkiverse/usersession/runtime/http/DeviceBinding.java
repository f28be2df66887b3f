package io.quarkiverse.usersession.runtime.http;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Binds sign-ins to the browsers in which they began, in applications that want it. Others have no class that implements this.
 */
public interface DeviceBinding {

    /**
     * Judges a request whose session says that somebody is signed in.
     *
     * @param page whether it is a browser's GET request for a page
     */
    DeviceVerdict judge(RoutingContext rc, SignedIn signedIn, boolean page);

    /** The page that makes the browser ask for the same page again, once: by itself, and therefore with a proof. */
    String pageToComeAgain(RoutingContext rc, SignedIn signedIn);

    /**
     * The query of a request for a page without what told that the browser has come again, empty if nothing else is in it.
     *
     * @return null if the query says nothing of the kind
     */
    String cleanQuery(RoutingContext rc);

    /** Offers to bind this sign-in, in the response that signs in, whose headers are about to be sent. Never throws. */
    void offer(RoutingContext rc, SignedIn signedIn);

    /** The endpoints that browsers talk to: a filter of all requests, of which it answers its own. */
    Handler<RoutingContext> endpoints();

    /** Makes the one of an application. */
    @FunctionalInterface
    interface Maker {

        /**
         * @param session to which users sign in
         * @param cookie its cookie
         * @throws io.quarkus.runtime.configuration.ConfigurationException if sign-ins with that cookie can't be bound
         */
        DeviceBinding make(SessionDefinition session, CookieAttributes cookie, KeyRing keys, Randomness random,
                SecureDetection secure);
    }
}
