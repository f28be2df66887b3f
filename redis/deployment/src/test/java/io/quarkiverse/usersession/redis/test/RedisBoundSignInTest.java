package io.quarkiverse.usersession.redis.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.testing.BoundBrowser;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.quarkus.security.Authenticated;
import io.quarkus.test.QuarkusUnitTest;

/** Redis knows that a sign-in is bound to its browser where a copy of the cookie doesn't. */
class RedisBoundSignInTest {

    private static final RedisServer SERVER = RedisServer.shared("RedisBoundSignInTest");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Account.class, Time.class))
            .overrideConfigKey("quarkus.redis.devservices.enabled", "false")
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .overrideConfigKey("quarkus.user-session.sign-in.device-bound.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.store.timeout", "30S") // as the machine may be busy
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.secure", "always")
            .overrideRuntimeConfigKey("quarkus.redis.hosts", SERVER.uri());

    @Inject
    Time time;

    @Test
    void S11_aCopyFromBeforeTheBindingSignsNobodyIn() {
        BoundBrowser browser = new BoundBrowser();
        browser.send("POST", "/account/sign-in", given());
        String copy = browser.cookiesWithoutProof();
        assertThat(browser.get("/account").asString()).isEqualTo("ada");
        assertThat(given().header("Cookie", copy).get("/account").asString()).as("under way").isEqualTo("ada");

        time.pass(Duration.ofSeconds(10 + 5 + 1));

        assertThat(given().header("Cookie", copy).get("/account").statusCode()).isEqualTo(401);
        assertThat(browser.get("/account").asString()).isEqualTo("ada");
        assertThat(SERVER.command("KEYS", "*").lines()).singleElement()
                .satisfies(key -> assertThat(SERVER.command("HVALS", key)).startsWith("b"));
    }

    @Path("/account")
    public static class Account {

        @Inject
        UserSession session;

        @POST
        @Path("/sign-in")
        public String signIn() {
            session.signIn("ada", Set.of());
            return "signed in";
        }

        @GET
        @Authenticated
        public String show() {
            return "ada";
        }
    }

    /** Stands still until a test sets it forward. */
    @ApplicationScoped
    public static class Time implements InstantSource {

        private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration duration) {
            now = now.plus(duration);
        }
    }
}
