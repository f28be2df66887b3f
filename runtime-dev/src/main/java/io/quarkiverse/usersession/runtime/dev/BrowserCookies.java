package io.quarkiverse.usersession.runtime.dev;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Singleton;

/**
 * The cookies of the browser that the Dev UI runs in. Scripts can't read those that are {@code HttpOnly}, so the browser sends
 * them
 * to the application, and the page then asks for them by a token that it has made up. They are kept until then, and never sent
 * back.
 */
@Singleton
public class BrowserCookies {

    private static final int MAX_TOKEN_LENGTH = 64;

    private final AtomicReference<Sent> last = new AtomicReference<>();

    /** Keeps those of the last request only. */
    void keep(String token, String cookieHeader) {
        if (token != null && token.length() <= MAX_TOKEN_LENGTH) {
            last.set(new Sent(token, cookieHeader == null ? "" : cookieHeader));
        }
    }

    /** The header that came with that token, once; null if none did, or another one has followed. */
    String take(String token) {
        Sent sent = last.get();
        return sent != null && sent.token().equals(token) && last.compareAndSet(sent, null) ? sent.header() : null;
    }

    private record Sent(String token, String header) {

        /** Without the cookies: this text may end up in a log. */
        @Override
        public String toString() {
            return "Sent";
        }
    }
}
