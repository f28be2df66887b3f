package io.quarkiverse.usersession.runtime.http;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Binds sign-ins to the browsers in which they began, in applications that enable this. Other applications contain no
 * implementation.
 */
public interface DeviceBinding {

    /**
     * Judges a request whose session says that somebody is signed in.
     *
     * @param page whether it is a browser's GET request for a page
     */
    DeviceVerdict judge(RoutingContext rc, SignedIn signedIn, boolean page);

    /** The page that makes the browser load the same page again, once. The browser then does so with a proof. */
    String pageToComeAgain(RoutingContext rc, SignedIn signedIn);

    /**
     * The query of a repeated request without the mark; empty if nothing else is in it.
     *
     * @return null if the request is not a repeated one
     */
    String cleanQuery(RoutingContext rc);

    /** Offers to bind this sign-in, in the response to the sign-in, when its headers are about to be sent. Never throws. */
    void offer(RoutingContext rc, SignedIn signedIn);

    /** The endpoints that browsers use: a filter for all requests, which answers only those to its own paths. */
    Handler<RoutingContext> endpoints();

    /** Creates the binding of an application. */
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
