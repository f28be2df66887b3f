package io.quarkiverse.usersession.runtime.http;

import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.vertx.ext.web.RoutingContext;

/**
 * A sign-in that the application may write into the response itself, in the cookie of any session object.
 *
 * @param cookie the value of the cookie
 */
record SignInByHand(String cookie, SignedIn signedIn) {

    private static final String KEY = SignInByHand.class.getName();

    void rememberIn(RoutingContext rc) {
        rc.put(KEY, this);
    }

    /** @return the last one; null if there is none */
    static SignInByHand of(RoutingContext rc) {
        return rc.get(KEY);
    }

    /** Leaves out the cookie, because this text may end up in a log. */
    @Override
    public String toString() {
        return "SignInByHand";
    }
}
