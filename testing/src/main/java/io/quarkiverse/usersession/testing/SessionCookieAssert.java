package io.quarkiverse.usersession.testing;

import org.assertj.core.api.AbstractAssert;

import io.restassured.http.Cookie;

/**
 * Assertions about a cookie of the default session. Start with {@link SessionAssertions}. Messages never contain the value of
 * the cookie or its content.
 */
public final class SessionCookieAssert extends AbstractAssert<SessionCookieAssert, Cookie> {

    SessionCookieAssert(Cookie cookie) {
        super(cookie, SessionCookieAssert.class);
    }

    /**
     * Verifies that a user is signed in to the session, and that the application in this JVM would let them in.
     *
     * @throws IllegalStateException if no application with a sign-in store runs in this JVM
     */
    public SessionCookieAssert hasActiveSignIn() {
        return verify(SignInStatus.ACTIVE);
    }

    /**
     * Verifies that a user had signed in to the session, and that this sign-in was ended: by a sign-out, on another device, or
     * by the application. The cookie itself must still be valid. If it has expired, this assertion fails.
     *
     * @throws IllegalStateException if no application with a sign-in store runs in this JVM
     */
    public SessionCookieAssert hasEndedSignIn() {
        return verify(SignInStatus.ENDED);
    }

    private SessionCookieAssert verify(SignInStatus expected) {
        isNotNull();
        String name = TestSessions.defaultSession().cookieName();
        if (!actual.getName().equals(name)) {
            failWithMessage("Expected a session cookie '%s', but it is '%s'", name, actual.getName());
        }
        SignInStatus found = SignInStatus.of(TestSessions.defaultSession(), actual.getValue());
        if (found != expected) {
            failWithMessage("Expected a sign-in of the session cookie '%s' that %s, but it %s", name, expected.finding(),
                    found.finding());
        }
        return this;
    }
}
