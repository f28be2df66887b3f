package io.quarkiverse.usersession.testing;

import io.restassured.http.Cookie;
import io.restassured.response.Response;

/**
 * AssertJ assertions about session cookies, and what a response does to them. They go together with those of AssertJ itself:
 *
 * <pre>{@code
 * import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
 * import static org.assertj.core.api.Assertions.assertThat;
 *
 * assertThat(given().get("/about")).setsNoSessionCookie();
 * }</pre>
 *
 * REST Assured follows redirects. To assert something about the response that redirects, turn that off with
 * {@code given().redirects().follow(false)}.
 */
public final class SessionAssertions {

    private SessionAssertions() {
    }

    /**
     * About the cookie of the default session.
     *
     * @param response a response of REST Assured; null fails each assertion
     */
    public static SessionResponseAssert assertThat(Response response) {
        return assertThat(response, TestSessions.defaultSession());
    }

    /**
     * About the cookie of another session, or one of another name.
     *
     * <pre>{@code
     * assertThat(response, TestSessions.named("onboarding")).expiresSessionCookie();
     * }</pre>
     *
     * @param response a response of REST Assured; null fails each assertion
     * @param cookies those of the session; no secret is needed
     */
    public static SessionResponseAssert assertThat(Response response, SessionCookies cookies) {
        return new SessionResponseAssert(response, cookies);
    }

    /**
     * About a cookie of the default session, and the sign-in in it.
     *
     * <pre>{@code
     * Cookie laptop = TestSessions.defaultSession().signedIn("ada").cookie(Map.of());
     *
     * given().cookie(laptop).post("/logout");
     *
     * assertThat(laptop).hasEndedSignIn();
     * }</pre>
     *
     * @param cookie one that {@link TestSessions} has made, or one of {@link Response#detailedCookies()}; null fails each
     *        assertion
     */
    public static SessionCookieAssert assertThat(Cookie cookie) {
        return new SessionCookieAssert(cookie);
    }
}
