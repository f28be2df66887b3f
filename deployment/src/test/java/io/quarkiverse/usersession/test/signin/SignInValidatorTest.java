package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.web.Route;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;

class SignInValidatorTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with(Validator.class, Augmentor.class, Where.class);

    @Inject
    TestClock clock;

    private Browser browser;

    @BeforeEach
    void signIn() {
        Validator.answer = Uni.createFrom().item(true);
        browser = new Browser();
        browser.get("/blocking/set?value=private");
        browser.get("/sign-in?user=ada&role=admin");
        Validator.ASKED.clear();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void isAskedWithPrincipalIdAndTimeOfTheSignIn() {
        clock.advance(Duration.ofMinutes(3));
        String id = browser.get("/blocking/id").asString();
        Validator.ASKED.clear();

        assertThat(browser.get("/for-admins").statusCode()).isEqualTo(200);

        assertThat(Validator.ASKED).containsExactly("ada " + id + " 2026-01-01T00:00:00Z");
    }

    @Test
    void isNotAskedAboutNobody() {
        new Browser().get("/open");

        assertThat(Validator.ASKED).isEmpty();
    }

    @Test
    void aDisabledUserIsAnonymousWithAnEmptySessionAndTheirCookieIsLeft() {
        String cookie = browser.cookie();
        Validator.answer = Uni.createFrom().item(false);

        Response response = browser.get("/open");
        Response data = browser.get("/data");

        assertThat(response.asString()).isEqualTo("nobody");
        assertThat(setCookies(response)).isEmpty();
        assertThat(data.asString()).isEqualTo("{} true");
        assertThat(setCookies(data)).isEmpty();
        assertThat(browser.cookie()).isEqualTo(cookie);
    }

    @Test
    void whatADisabledUserWritesIsANewSession() {
        Validator.answer = Uni.createFrom().item(false);

        Response response = browser.get("/blocking/set?value=anonymous");

        assertThat(setCookies(response)).hasSize(1);
        Validator.answer = Uni.createFrom().item(true);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("anonymous");
        assertThat(browser.get("/open").asString()).isEqualTo("nobody");
    }

    /** As a password is changed: the old sign-in has ended, and the same request signs in again. */
    @Test
    void aUserWhoIsRefusedMaySignInInTheSameRequest() {
        Validator.answer = Uni.createFrom().item(false);

        Response response = browser.get("/sign-in?user=ada");

        assertThat(setCookies(response)).hasSize(1);
        Validator.answer = Uni.createFrom().item(true);
        assertThat(browser.get("/for-users").asString()).isEqualTo("ada []");
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("nobody");
    }

    @Test
    void aDisabledUserIsSentToTheLoginPageWithoutTheOldData() {
        Validator.answer = Uni.createFrom().item(false);

        Response response = browser.get("/for-users?page=2", SignInTests.html());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(setCookies(response)).singleElement().asString().startsWith("__session-wanted=");
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("nobody");
        assertThat(browser.get("/sign-in?user=ada").asString()).endsWith("/for-users?page=2");
    }

    @Test
    void aValidatorThatFailsLetsNobodyInAndSignsNobodyOut() {
        for (Uni<Boolean> failure : Arrays.<Uni<Boolean>> asList(
                Uni.createFrom().failure(new IllegalStateException("the database is down")),
                Uni.createFrom().nullItem(),
                null)) {
            Validator.answer = failure;
            Response response = browser.get("/for-users");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(setCookies(response)).isEmpty();
        }

        Validator.answer = Uni.createFrom().item(true);
        assertThat(browser.get("/for-users").statusCode()).isEqualTo(200);
    }

    @Test
    void theEventLoopIsFreeWhileTheValidatorThinksAndServesTheRequestAfterwards() {
        Validator.answer = Uni.createFrom().item(true).onItem().delayIt().by(Duration.ofMillis(50))
                .emitOn(Infrastructure.getDefaultWorkerPool());

        assertThat(browser.get("/where").asString()).isEqualTo("event loop");
        assertThat(given().header("Cookie", "__session=" + browser.cookie()).body("x".repeat(100_000)).post("/for-users")
                .asString()).startsWith("ada").endsWith("posted 100000");
    }

    /** The identity comes from an identity provider, and so what the application adds to identities is added to it too. */
    @Test
    void anAugmentorMayAddRoles() {
        browser.get("/sign-in?user=augmented");

        assertThat(browser.get("/for-admins").asString()).isEqualTo("augmented [admin]");
    }

    @ApplicationScoped
    public static class Validator implements SignInValidator {

        static final List<String> ASKED = new CopyOnWriteArrayList<>();
        static volatile Uni<Boolean> answer;

        @Override
        public Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt) {
            ASKED.add(principal + " " + sessionId + " " + signedInAt);
            return answer;
        }
    }

    @ApplicationScoped
    public static class Augmentor implements SecurityIdentityAugmentor {

        @Override
        public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
            return Uni.createFrom().item(identity.isAnonymous() || !identity.getPrincipal().getName().equals("augmented")
                    ? identity
                    : withRole(identity, "admin"));
        }

        private static SecurityIdentity withRole(SecurityIdentity identity, String role) {
            return (SecurityIdentity) Proxy.newProxyInstance(SecurityIdentity.class.getClassLoader(),
                    new Class<?>[] { SecurityIdentity.class }, (proxy, method, arguments) -> switch (method.getName()) {
                        case "getRoles" -> Set.of(role);
                        case "hasRole" -> role.equals(arguments[0]);
                        default -> method.invoke(identity, arguments);
                    });
        }
    }

    @ApplicationScoped
    public static class Where {

        @Route(path = "/where", type = Route.HandlerType.NORMAL)
        String where() {
            return Context.isOnEventLoopThread() ? "event loop" : "worker";
        }
    }
}
