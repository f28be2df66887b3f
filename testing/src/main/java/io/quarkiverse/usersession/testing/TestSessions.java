package io.quarkiverse.usersession.testing;

import java.util.Map;
import java.util.Objects;

import io.quarkiverse.usersession.SignIns;
import io.restassured.http.Cookie;
import io.restassured.response.Response;

/**
 * Creates and opens session cookies in tests with REST Assured. A test does not have to sign in first.
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
 * <b>In a {@code @QuarkusTest}</b>, the secret, the names of the cookies, the lifetimes and the clock are those of the
 * application.
 * <p>
 * <b>In a {@code @QuarkusIntegrationTest}</b>, the application runs in another process, so its configuration is not known here.
 * Pass the secret, and the name of the cookie if it is not the default:
 *
 * <pre>{@code
 * TestSessions.withSecret(SECRET).cookie(Map.of("userID", "u1"))
 * TestSessions.withSecret(SECRET).cookieName("__Host-session").cookie(Map.of("userID", "u1"))
 * }</pre>
 *
 * <b>Records and other classes</b> are converted as in the application. A {@code @QuarkusTest} uses the application's
 * {@code ObjectMapper}. Other tests use an {@code ObjectMapper} with the defaults of quarkus-jackson, if Jackson is among their
 * dependencies.
 * <p>
 * These methods use the default session. For another one, begin with {@link #named}.
 */
public final class TestSessions {

    private TestSessions() {
    }

    /**
     * Creates a cookie of a session that has just begun. This is short for {@code defaultSession().cookie(data)}.
     *
     * @see SessionCookies#cookie(Map)
     */
    public static Cookie cookie(Map<String, ?> data) {
        return defaultSession().cookie(data);
    }

    /**
     * Opens the session that a response sets. This is short for {@code defaultSession().open(response)}.
     *
     * @see SessionCookies#open(Response)
     */
    public static OpenedSession open(Response response) {
        return defaultSession().open(response);
    }

    /**
     * Opens the session in the value of a cookie. This is short for {@code defaultSession().open(cookieValue)}.
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
     * Ends the sign-in of a cookie of the default session, as if the user had done so on another device. The cookie stays as it
     * is, but no longer signs anybody in.
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
     * It uses {@link SignIns} of the application in this JVM. The application needs a sign-in store, which for tests can be
     * {@link InMemorySignIns}.
     *
     * @param cookie a cookie that was created here, or one of a response
     * @throws AssertionError if the cookie can't be opened
     * @throws IllegalArgumentException if nobody is signed in to the session
     * @throws IllegalStateException if no application with a sign-in store runs in this JVM
     */
    public static void endSignIn(Cookie cookie) {
        OpenedSession session = open(Objects.requireNonNull(cookie, "cookie must not be null"));
        String id = session.signInId().orElseThrow(
                () -> new IllegalArgumentException("Nobody is signed in to the session of this cookie"));
        RunningApplication.signIns().signOut(session.principal().orElseThrow(), id).await().atMost(SignInStatus.TIMEOUT);
    }

    /** Creates and opens cookies of the default session. You can set their age, lifetime and so on. */
    public static SessionCookies defaultSession() {
        return SessionCookies.DEFAULT;
    }

    /**
     * Creates and opens cookies of a session that the application injects with
     * {@link io.quarkiverse.usersession.SessionName}.
     *
     * <pre>{@code
     * given().cookie(TestSessions.named("onboarding").cookie(Map.of("step", 2))).get("/welcome");
     * }</pre>
     *
     * @param name the name of the session, not empty. If the application runs in another process, it is not checked whether it
     *        has such a session
     * @throws IllegalArgumentException if the name is empty, or if the application in this JVM has no such session; the message
     *         lists the sessions that it has
     */
    public static SessionCookies named(String name) {
        return defaultSession().named(name);
    }

    /**
     * Creates and opens cookies of the default session with this secret instead of that of the application in this JVM.
     *
     * @param secret the application's {@code quarkus.user-session.secret}, or any other text for cookies that the application
     *        must refuse. It may be weak, but not empty
     * @throws IllegalArgumentException if the secret is empty
     */
    public static SessionCookies withSecret(String secret) {
        return defaultSession().withSecret(secret);
    }
}
