package io.quarkiverse.usersession.runtime.state;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.values.TypedValues;

/**
 * A browser and the application that it talks to: the cookie that a response sets is sent with the next request. The browser
 * keeps its cookie for ever, so that it is always the application that ends a session.
 */
final class Browser {

    static final Instant START = Instant.ofEpochSecond(1_700_000_000L);

    static final String SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";

    private static final KeyRing KEYS = KeyRing.of(SECRET);

    /** The cookie's value, null if there is none. */
    String cookie;

    private Instant now = START;
    private SessionSettings settings;
    private SessionDefinition definition;
    private SignInSupport signIn = SignInSupport.OFF;
    private SignInRegistry registry;
    private TypedValues typed = TypedValues.UNAVAILABLE;

    Browser() {
        this(config -> {
        });
    }

    Browser(Consumer<TestConfig> change) {
        restart(change);
    }

    /** The application starts again with another configuration; its secret, the time and the cookie stay. */
    void restart(Consumer<TestConfig> change) {
        settings = TestConfig.settings(change);
        secrets(KEYS);
    }

    /** The application starts again with other secrets; its configuration, the time and the cookie stay. */
    void secrets(KeyRing keys) {
        definition = SessionDefinition.of("default", settings.cookie(), settings.lifetimes(), keys, null, () -> now,
                new SecureRandom()::nextBytes, typed).with(signIn).with(registry);
    }

    /** The application starts again, and stores objects in its own way. */
    Browser with(TypedValues values) {
        typed = values;
        secrets(KEYS);
        return this;
    }

    /** The application starts again, with sign-in or without. */
    Browser with(SignInSupport support) {
        signIn = support;
        definition = definition.with(support);
        return this;
    }

    /** The application starts again, with sign-ins that are remembered there. */
    Browser with(SignInRegistry signIns) {
        registry = signIns;
        definition = definition.with(signIns);
        return this;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** A whole request and its response. */
    Commit request(Consumer<UserSession> work) {
        Request request = begin();
        work.accept(request.session);
        return request.respond();
    }

    /** A request with the cookie that the browser has now, to be answered later. */
    Request begin() {
        return begin(cookie == null ? List.of() : List.of("x=1; __session=" + cookie));
    }

    Request begin(List<String> cookieHeaders) {
        return new Request(cookieHeaders, false);
    }

    /** The session of a request. */
    SessionState session(RequestView request) {
        return new SessionState(definition, request, false);
    }

    /** A request whose response headers are out before the session is first used. */
    Request beginTooLate() {
        return new Request(List.of("__session=" + cookie), true);
    }

    /** What is sealed in the cookie that the browser has now. */
    SessionContent content() {
        return format().open(cookie).content();
    }

    CookieFormat format() {
        return definition.format();
    }

    /** What the application has counted since it last started. */
    SessionMetrics metrics() {
        return definition.metrics();
    }

    final class Request implements RequestView {

        final SessionState session;
        final AtomicInteger loads = new AtomicInteger();

        private final List<String> cookieHeaders;
        private boolean head;
        private boolean changed; // when the response was sent

        private Request(List<String> cookieHeaders, boolean committed) {
            this.cookieHeaders = cookieHeaders;
            this.session = new SessionState(definition, this, committed);
        }

        /** Whether there is, or was until the response, a change that would be lost without a response. */
        boolean isChanged() {
            return changed || session.isUncommitted();
        }

        Request head() {
            head = true;
            return this;
        }

        /** Sends the response headers: the browser then has the cookie that they set, or none. */
        Commit respond() {
            return respond(null);
        }

        /** @param written the value of the cookie that the application has written into the response itself */
        Commit respond(String written) {
            changed = session.isUncommitted();
            Commit commit = session.commit(written);
            if (written != null) {
                cookie = written.isEmpty() ? null : written;
            }
            switch (commit.kind()) {
                case SET, RENEW, RE_SEAL, RE_SCOPE, BIND -> cookie = format().seal(commit.content());
                case EXPIRE -> cookie = null;
                case NONE -> {
                }
            }
            return commit;
        }

        @Override
        public List<String> cookieHeaders() {
            loads.incrementAndGet();
            return cookieHeaders;
        }

        @Override
        public String userAgent() {
            return "Firefox";
        }

        @Override
        public String path() {
            return "/shop/cart";
        }

        @Override
        public boolean isHead() {
            return head;
        }
    }
}
