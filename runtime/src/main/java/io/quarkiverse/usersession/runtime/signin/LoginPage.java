package io.quarkiverse.usersession.runtime.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.usersession.runtime.http.RequestedPage;
import io.quarkiverse.usersession.runtime.http.WantedPage;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * The page to which users are sent to sign in.
 */
final class LoginPage {

    private static final Logger LOG = Logger.getLogger(LoginPage.class);

    private final String location;
    private final String path;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @param location the path of the page, with a query if it has one, and without a prefix that a proxy strips */
    LoginPage(String location) {
        this.location = location;
        this.path = comparable(location);
    }

    /**
     * Sends the browser to this page, and keeps the page that it wanted.
     *
     * @param navigation not {@link Navigation#NONE}
     * @return null if the browser wants this page itself, because redirecting it would be a loop
     */
    ChallengeData challenge(Navigation navigation, HttpServerRequest request, WantedPage wanted) {
        RequestedPage requested = wanted.requested();
        if (isHere(requested.path())) {
            warnOnce();
            return null;
        }
        if (navigation == Navigation.PAGE || wanted.isPartitioned()) {
            keep(request, wanted);
        }
        // a form's POST becomes a GET by 303 only (RFC 9110 §15.4.4)
        HttpResponseStatus status = request.method() == HttpMethod.GET ? HttpResponseStatus.FOUND
                : HttpResponseStatus.SEE_OTHER;
        return new ChallengeData(status.code(), HttpHeaderNames.LOCATION, locationBehind(requested.prefix()));
    }

    private void keep(HttpServerRequest request, WantedPage wanted) {
        String location = request.method() == HttpMethod.GET ? WantedLocation.of(wanted.requested().location())
                : pageOfForm(request, wanted.requested().prefix());
        if (location == null) {
            LOG.debug("The wanted location is not kept, because it is too long or not on this host");
        } else {
            wanted.keep(location);
        }
    }

    private String pageOfForm(HttpServerRequest request, String prefix) {
        String page = WantedLocation.ofReferer(request.getHeader(HttpHeaders.REFERER), RequestedPage.origin(request));
        // the login page is not where somebody wants to go after it
        return page != null && page.startsWith(prefix) && isHere(page.substring(prefix.length())) ? null : page;
    }

    private String locationBehind(String prefix) {
        String encoded = WantedLocation.encoded(prefix);
        return encoded.startsWith("//") ? location : encoded + location;
    }

    private boolean isHere(String requestedPath) {
        return comparable(requestedPath).equals(path);
    }

    /** The path as browsers send it, without query and without a slash at the end. */
    private static String comparable(String location) {
        int end = location.length();
        for (char mark : new char[] { '?', '#' }) {
            int at = location.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        String encoded = WantedLocation.encoded(location.substring(0, end));
        try {
            encoded = new URI(encoded).normalize().toString(); // without dot segments
        } catch (URISyntaxException e) {
            // nobody's login page
        }
        return encoded.endsWith("/") ? encoded.substring(0, encoded.length() - 1) : encoded;
    }

    private void warnOnce() {
        if (warned.compareAndSet(false, true)) {
            LOG.warnf(
                    "The login page %s is visible only to signed-in users, so nobody can sign in: allow everybody to see it, or"
                            + " set quarkus.user-session.sign-in.login-page to another one. This warning is logged only once",
                    location);
        }
    }
}
