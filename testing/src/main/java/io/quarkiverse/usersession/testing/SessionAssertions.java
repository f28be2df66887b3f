package io.quarkiverse.usersession.testing;

import io.restassured.http.Cookie;
import io.restassured.response.Response;

/**
 * AssertJ assertions about session cookies, and about what a response does to them. You can use them together with those of
 * AssertJ itself:
 *
 * <pre>{@code
 * import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
 * import static org.assertj.core.api.Assertions.assertThat;
 *
 * assertThat(given().get("/about")).setsNoSessionCookie();
 * }</pre>
 *
 * REST Assured follows redirects. To assert something about a response that redirects, add
 * {@code given().redirects().follow(false)}.
 */
public final class SessionAssertions {

    private SessionAssertions() {
    }

    /**
     * Starts an assertion about what a response does to the cookie of the default session.
     *
     * @param response a response of REST Assured; if it is null, each assertion fails
     */
    public static SessionResponseAssert assertThat(Response response) {
        return assertThat(response, TestSessions.defaultSession());
    }

    /**
     * Starts an assertion about what a response does to the cookie of another session, or to a cookie of another name.
     *
     * <pre>{@code
     * assertThat(response, TestSessions.named("onboarding")).expiresSessionCookie();
     * }</pre>
     *
     * @param response a response of REST Assured; if it is null, each assertion fails
     * @param cookies the cookies of the session; they need no secret
     */
    public static SessionResponseAssert assertThat(Response response, SessionCookies cookies) {
        return new SessionResponseAssert(response, cookies);
    }

    /**
     * Starts an assertion about a cookie of the default session, and about its sign-in.
     *
     * <pre>{@code
     * Cookie laptop = TestSessions.defaultSession().signedIn("ada").cookie(Map.of());
     *
     * given().cookie(laptop).post("/logout");
     *
     * assertThat(laptop).hasEndedSignIn();
     * }</pre>
     *
     * @param cookie a cookie that {@link TestSessions} created, or one of {@link Response#detailedCookies()}; if it is null,
     *        each assertion fails
     */
    public static SessionCookieAssert assertThat(Cookie cookie) {
        return new SessionCookieAssert(cookie);
    }
}
