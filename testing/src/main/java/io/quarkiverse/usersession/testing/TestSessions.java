package io.quarkiverse.usersession.testing;

import java.util.Map;
import java.util.Objects;

import io.quarkiverse.usersession.SignIns;
import io.restassured.http.Cookie;
import io.restassured.response.Response;

/**
 * Session cookies for tests with REST Assured: made without signing in first, and read back.
 *
 * <pre>
 * &#64;Test
 * void pagesAreCounted() {
 *     Response response = given().cookie(TestSessions.cookie(Map.of("userID", "u1", "pages", 41))).get("/orders");
 *
 *     assertThat(TestSessions.open(response).data()).containsEntry("pages", 42);
 * }
 * </pre>
 *
 * <b>In a {@code @QuarkusTest}</b> the secret, the names of the cookies, the lifetimes and the clock are those of the
 * application.
 * <p>
 * <b>In a {@code @QuarkusIntegrationTest}</b> the application runs in another process, and its configuration is not known
 * here. Give it the secret, and the name of the cookie unless it is the default:
 *
 * <pre>{@code
 * TestSessions.withSecret(SECRET).cookie(Map.of("userID", "u1"))
 * TestSessions.withSecret(SECRET).cookieName("__Host-session").cookie(Map.of("userID", "u1"))
 * }</pre>
 *
 * <b>Records and other classes</b> are written and read as the application does, in a {@code @QuarkusTest} through its
 * {@code ObjectMapper}. Elsewhere that is one as the extension quarkus-jackson has it by default, if Jackson is among the
 * dependencies of the tests.
 * <p>
 * These methods are about the default session, and {@link #named} gives another one.
 */
public final class TestSessions {

    private TestSessions() {
    }

    /**
     * A cookie of a session that has just begun. Short for {@code defaultSession().cookie(data)}.
     *
     * @see SessionCookies#cookie(Map)
     */
    public static Cookie cookie(Map<String, ?> data) {
        return defaultSession().cookie(data);
    }

    /**
     * The session that a response sets. Short for {@code defaultSession().open(response)}.
     *
     * @see SessionCookies#open(Response)
     */
    public static OpenedSession open(Response response) {
        return defaultSession().open(response);
    }

    /**
     * The session in the value of a cookie. Short for {@code defaultSession().open(cookieValue)}.
     *
     * @see SessionCookies#open(String)
     */
    public static OpenedSession open(String cookieValue) {
        return defaultSession().open(cookieValue);
    }

    /**
     * The session in a cookie. Short for {@code defaultSession().open(cookie)}.
     *
     * @see SessionCookies#open(Cookie)
     */
    public static OpenedSession open(Cookie cookie) {
        return defaultSession().open(cookie);
    }

    /**
     * Ends the sign-in in a cookie of the default session, as if the user had done it on another device. The cookie stays as it
     * is, and signs nobody in any more.
     *
     * <pre>
     * {@code
     * Cookie laptop = TestSessions.defaultSession().signedIn("ada").cookie(Map.of());
     * TestSessions.endSignIn(laptop);
     *
     * given().cookie(laptop).get("/account").then().statusCode(401);
     * }
     * </pre>
     *
     * It goes through {@link SignIns} of the application in this JVM, which needs a store: for tests, that may be
     * {@link InMemorySignIns}.
     *
     * @param cookie one that was made here, or one of a response
     * @throws AssertionError if it can't be opened
     * @throws IllegalArgumentException if nobody is signed in to the session
     * @throws IllegalStateException if no application with a store of sign-ins runs in this JVM
     */
    public static void endSignIn(Cookie cookie) {
        OpenedSession session = open(Objects.requireNonNull(cookie, "cookie must not be null"));
        String id = session.signInId().orElseThrow(
                () -> new IllegalArgumentException("Nobody is signed in to the session of this cookie"));
        RunningApplication.signIns().signOut(session.principal().orElseThrow(), id).await().atMost(SignInStatus.TIMEOUT);
    }

    /** Cookies of the default session, to which age, lifetime and so on can be given. */
    public static SessionCookies defaultSession() {
        return SessionCookies.DEFAULT;
    }

    /**
     * Cookies of a session that the application injects with {@link io.quarkiverse.usersession.SessionName}.
     *
     * <pre>{@code
     * given().cookie(TestSessions.named("onboarding").cookie(Map.of("step", 2))).get("/welcome");
     * }</pre>
     *
     * @param name the name of the session, not empty. Where the application runs in another process, it is not known whether it
     *        has such a session.
     * @throws IllegalArgumentException if the name is empty, or the application that runs in this JVM has no such session; the
     *         message says which it has
     */
    public static SessionCookies named(String name) {
        return defaultSession().named(name);
    }

    /**
     * Cookies of the default session that are sealed with this secret, and not with that of the application in this JVM.
     *
     * @param secret the text that the application has as {@code quarkus.user-session.secret}, or another one for cookies that
     *        it must refuse. It may be weak, but not empty.
     * @throws IllegalArgumentException if the secret is empty
     */
    public static SessionCookies withSecret(String secret) {
        return defaultSession().withSecret(secret);
    }
}
