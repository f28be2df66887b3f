package io.quarkiverse.usersession.runtime.signin;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * The page to which somebody is sent who has to sign in first.
 */
final class LoginPage {

    private static final Logger LOG = Logger.getLogger(LoginPage.class);

    private final String location;
    private final String path;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @param location its path, and query if it has one */
    LoginPage(String location) {
        this.location = location;
        int end = location.indexOf('?');
        this.path = end < 0 ? location : location.substring(0, end);
    }

    /** Whether the request is one that a person would rather see a page for than a status: a navigation in a browser. */
    boolean isFor(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && acceptsHtml(request);
    }

    /**
     * Sends the browser here, and remembers where it wanted to go.
     *
     * @return null if it is here already: it would be sent round in circles
     */
    ChallengeData challenge(HttpServerRequest request, SessionState session) {
        if (request.path().equals(path)) {
            warnOnce();
            return null;
        }
        WantedLocation.of(request.path(), request.query()).ifPresentOrElse(wanted -> {
            try {
                session.wantLocation(wanted);
            } catch (SessionTooLargeException e) {
                LOG.debug("The wanted location is not kept for after the sign-in, as the session is full");
            }
        }, () -> LOG.debug("The wanted location is not kept for after the sign-in, as it is too long or not one of this host"));
        return new ChallengeData(HttpResponseStatus.FOUND.code(), HttpHeaderNames.LOCATION, location);
    }

    private static boolean acceptsHtml(HttpServerRequest request) {
        for (String accept : request.headers().getAll(HttpHeaders.ACCEPT)) {
            if (accept.toLowerCase(Locale.ROOT).contains("text/html")) {
                return true;
            }
        }
        return false;
    }

    private void warnOnce() {
        if (warned.compareAndSet(false, true)) {
            LOG.warnf(
                    "The login page %s can't be seen without signing in, so nobody can sign in: permit everybody to see it, or"
                            + " set %s.sign-in.login-page to another one. This is said once",
                    location, UserSessionConfig.PREFIX);
        }
    }
}
