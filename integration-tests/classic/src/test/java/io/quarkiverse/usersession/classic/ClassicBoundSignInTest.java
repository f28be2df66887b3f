package io.quarkiverse.usersession.classic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.testing.BoundBrowser;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

class ClassicBoundSignInTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClass(Account.class))
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .overrideConfigKey("quarkus.user-session.sign-in.device-bound.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.secure", "always")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.login-page", "/account/login");

    private final BoundBrowser browser = new BoundBrowser();

    @BeforeEach
    void bind() {
        Response signedIn = browser.send("POST", "/account/sign-in", given());
        assertThat(signedIn.header("Secure-Session-Registration")).startsWith("(ES256);path=");
        assertThat(browser.get("/account").asString()).isEqualTo("ada");
    }

    @Test
    void S11_aStolenCookieOfABoundSignInSignsNobodyIn() {
        Response answer = given().header("Cookie", browser.cookiesWithoutProof()).get("/account");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(browser.dropProof().get("/account").asString()).isEqualTo("ada");
    }

    @Test
    void aPageMakesTheBrowserComeAgainOnce() {
        Response page = page().get("/account");
        String next = page.asString().replaceFirst(".*0;url=([^\"]+)\".*", "$1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(next).startsWith("?_device-proof=");
        assertThat(page().get("/account" + next).header("Location")).endsWith("/account/login");
    }

    @Test
    void aBrowserThatCouldNotRefreshIsToldToTryAgain() {
        assertThat(given().header("Cookie", browser.cookiesWithoutProof())
                .header("Secure-Session-Skipped", "unreachable;session_identifier=x").get("/account").statusCode())
                .isEqualTo(503);
    }

    @Test
    void signOutEndsIt() {
        browser.send("POST", "/account/sign-out", given());

        assertThat(browser.refresh().asString()).contains("\"continue\":false");
        assertThat(browser.get("/account").statusCode()).isEqualTo(401);
    }

    private RequestSpecification page() {
        return given().header("Cookie", browser.cookiesWithoutProof()).header("Accept", "text/html")
                .header("Sec-Fetch-Mode", "navigate").header("Sec-Fetch-Dest", "document").redirects().follow(false);
    }

    @Path("/account")
    public static class Account {

        @Inject
        UserSession session;

        @Inject
        SecurityIdentity identity;

        @POST
        @Path("/sign-in")
        public String signIn() {
            session.signIn("ada", Set.of());
            return "signed in";
        }

        @POST
        @Path("/sign-out")
        public String signOut() {
            session.signOut();
            return "signed out";
        }

        /** For everybody. */
        @GET
        @Path("/open")
        public String open() {
            return identity.isAnonymous() ? "nobody" : identity.getPrincipal().getName();
        }

        @GET
        @Authenticated
        public String show() {
            return identity.getPrincipal().getName();
        }
    }
}
