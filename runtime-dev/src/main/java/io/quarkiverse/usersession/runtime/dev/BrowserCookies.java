package io.quarkiverse.usersession.runtime.dev;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Singleton;

/**
 * Keeps the cookies of the browser in which the Dev UI runs. Scripts can't read cookies that are {@code HttpOnly}. So the
 * browser sends them to the application, and the page then asks for what is in them with a token that it has chosen. They are
 * kept until then or until the next request, and never sent back. After ten seconds nobody can ask for them any more.
 */
@Singleton
public class BrowserCookies {

    private static final int MAX_TOKEN_LENGTH = 64;
    private static final Duration MAX_AGE = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final AtomicReference<Sent> last = new AtomicReference<>();

    BrowserCookies() {
        this(InstantSource.system());
    }

    BrowserCookies(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps only the cookies of the last request. */
    void keep(String token, String cookieHeader) {
        if (token != null && token.length() <= MAX_TOKEN_LENGTH) {
            last.set(new Sent(token, cookieHeader == null ? "" : cookieHeader, clock.instant().plus(MAX_AGE)));
        }
    }

    /** Returns the header that came with this token, only once; null if there is none, or no longer. */
    String take(String token) {
        Sent sent = last.get();
        return sent != null && sent.token().equals(token) && last.compareAndSet(sent, null)
                && clock.instant().isBefore(sent.end()) ? sent.header() : null;
    }

    private record Sent(String token, String header, Instant end) {

        /** Leaves out the cookies, because this text may end up in a log. */
        @Override
        public String toString() {
            return "Sent";
        }
    }
}
