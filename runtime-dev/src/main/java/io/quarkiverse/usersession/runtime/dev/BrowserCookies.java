package io.quarkiverse.usersession.runtime.dev;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Singleton;

/**
 * Keeps the cookies of the browser in which the Dev UI runs. Scripts can't read cookies that are {@code HttpOnly}. So the
 * browser sends them to the application, and the page then asks for them with a token that it has chosen. They are kept only
 * until then, and never sent back.
 */
@Singleton
public class BrowserCookies {

    private static final int MAX_TOKEN_LENGTH = 64;

    private final AtomicReference<Sent> last = new AtomicReference<>();

    /** Keeps only the cookies of the last request. */
    void keep(String token, String cookieHeader) {
        if (token != null && token.length() <= MAX_TOKEN_LENGTH) {
            last.set(new Sent(token, cookieHeader == null ? "" : cookieHeader));
        }
    }

    /** Returns the header that came with this token, only once; null if there is none, or if another one has followed. */
    String take(String token) {
        Sent sent = last.get();
        return sent != null && sent.token().equals(token) && last.compareAndSet(sent, null) ? sent.header() : null;
    }

    private record Sent(String token, String header) {

        /** Leaves out the cookies, because this text may end up in a log. */
        @Override
        public String toString() {
            return "Sent";
        }
    }
}
