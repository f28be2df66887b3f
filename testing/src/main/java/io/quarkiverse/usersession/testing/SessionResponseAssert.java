package io.quarkiverse.usersession.testing;

import java.util.Optional;

import org.assertj.core.api.AbstractAssert;

import io.restassured.response.Response;

/**
 * Assertions about what a response does to the cookie of a session. Start with {@link SessionAssertions}. Messages never
 * contain the value of a cookie or its content.
 */
public final class SessionResponseAssert extends AbstractAssert<SessionResponseAssert, Response> {

    private final SessionCookies cookies;

    SessionResponseAssert(Response response, SessionCookies cookies) {
        super(response, SessionResponseAssert.class);
        this.cookies = cookies;
    }

    /** Verifies that no {@code Set-Cookie} header of the response sets or removes this session's cookie. */
    public SessionResponseAssert setsNoSessionCookie() {
        return verify(Effect.NONE);
    }

    /**
     * Verifies that the response sets this session's cookie. Use {@link TestSessions#open(Response)} to see what is in it.
     */
    public SessionResponseAssert setsSessionCookie() {
        return verify(Effect.SET);
    }

    /** Verifies that the response tells the browser to remove this session's cookie, as it does when a session is destroyed. */
    public SessionResponseAssert expiresSessionCookie() {
        return verify(Effect.EXPIRE);
    }

    private SessionResponseAssert verify(Effect expected) {
        isNotNull();
        String name = cookies.cookieName();
        Effect found = Effect.of(SentCookie.in(actual, name));
        if (found != expected) {
            failWithMessage("Expected the response (status %d) to %s session cookie '%s', but it %s", actual.statusCode(),
                    expected.demand, name, found.finding);
        }
        return this;
    }

    private enum Effect {

        NONE("set no", "neither sets nor expires it"),
        SET("set the", "sets it"),
        EXPIRE("expire the", "expires it");

        private final String demand;
        private final String finding;

        Effect(String demand, String finding) {
            this.demand = demand;
            this.finding = finding;
        }

        static Effect of(Optional<SentCookie> cookie) {
            return cookie.map(sent -> sent.isExpired() ? EXPIRE : SET).orElse(NONE);
        }
    }
}
