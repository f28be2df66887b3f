package io.quarkiverse.usersession.runtime.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/**
 * Decides whether the cookie of a response has the {@code Secure} attribute.
 */
public final class SecureDetection {

    private static final Logger LOG = Logger.getLogger(SecureDetection.class);

    // in short, and as java.net writes it, perhaps with a scope
    private static final Pattern IPV6_LOOPBACK = Pattern.compile("(::|(0:){7})1(%.*)?");

    private final String session;
    private final CookieAttributes cookie;
    private final String setting;
    private final boolean production;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * @param session the name of the session in messages
     * @param setting the configuration key of {@code cookie.secure} of this session
     */
    public SecureDetection(String session, CookieAttributes cookie, String setting, boolean production) {
        this.session = session;
        this.setting = setting;
        this.cookie = cookie;
        this.production = production;
    }

    /** Whether a cookie of the response to that request has the attribute. */
    public boolean isSecure(HttpServerRequest request) {
        if (cookie.secure() != Secure.AUTO) {
            return cookie.secure() == Secure.ALWAYS;
        }
        // true behind a proxy too, if Quarkus has been told to believe what it forwards
        if (request.isSSL()) {
            return true;
        }
        warnOnce(request);
        // browsers drop such a cookie without the attribute; with it, it works behind a proxy that does not report TLS
        return cookie.needsSecure();
    }

    /** Without a request, production is assumed to use HTTPS. */
    boolean isSecureWithoutRequest() {
        return switch (cookie.secure()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> production || cookie.needsSecure();
        };
    }

    private void warnOnce(HttpServerRequest request) {
        if (!production || warned.get() || isLoopback(request.connection().remoteAddress())
                || !warned.compareAndSet(false, true)) {
            return;
        }
        LOG.warnf("Session '%s': a session cookie is sent over plain HTTP%s. If a proxy in front of this application uses"
                + " HTTPS, set quarkus.http.proxy.proxy-address-forwarding=true, so that the cookie becomes Secure; otherwise"
                + " set %s to always, or to never to allow this. This warning is logged only once",
                session,
                cookie.needsSecure() ? ", where browsers refuse it" : "", setting);
    }

    private static boolean isLoopback(SocketAddress peer) {
        if (peer == null || peer.hostAddress() == null) { // a Unix domain socket
            return true;
        }
        // by its text, as making an InetAddress for every cookie that goes out is some work
        String address = peer.hostAddress();
        return address.startsWith("127.") || IPV6_LOOPBACK.matcher(address).matches();
    }
}
