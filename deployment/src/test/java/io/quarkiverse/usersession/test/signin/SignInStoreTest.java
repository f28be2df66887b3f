package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.test.client.Scrape;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;

/** With metrics and a validator of the application. */
class SignInStoreTest extends SignInStoreTests {

    private static final String CHECKS = "user_session_sign_in_checks";

    @RegisterExtension
    static final QuarkusUnitTest APP = application(Validator.class)
            .setForcedDependencies(List.of(
                    Dependency.of("io.quarkus", "quarkus-security", Version.getVersion()),
                    Dependency.of("io.quarkus", "quarkus-elytron-security-properties-file", Version.getVersion()),
                    Dependency.of("io.quarkus", "quarkus-micrometer-registry-prometheus", Version.getVersion())));

    @AfterEach
    void validateAll() {
        Validator.valid = true;
    }

    @Test
    void withoutTheStoreUsersAreAnonymousOnPublicPages() {
        store.switchTo(SwitchableStore.Mode.FAILING);
        clock.advance(Duration.ofMinutes(1));

        assertThat(browser.get("/open").asString()).isEqualTo("nobody");
    }

    @Test
    void aCopyIsCountedEachTimeItIsUsedAfterTheSignOut() {
        Browser copy = new Browser().with(browser.cookie());
        browser.get("/sign-out");
        Scrape before = Scrape.now();

        for (String path : List.of("/for-users", "/open", "/blocking/get")) {
            copy.get(path);
        }

        assertThat(Scrape.now().since(before, CHECKS)).containsExactly(
                Map.entry(CHECKS + "_total{outcome=\"ended\",source=\"cache\"}", 3.0));
    }

    @Test
    void checksAreCountedByOutcomeAndSource() {
        clock.advance(Duration.ofMinutes(1)); // beyond the cache
        Scrape before = Scrape.now();

        browser.get("/for-users");
        browser.get("/for-users");
        store.switchTo(SwitchableStore.Mode.FAILING);
        clock.advance(Duration.ofMinutes(1));
        browser.get("/for-users");

        assertThat(Scrape.now().since(before, "user_session_sign_in")).contains(
                Map.entry(CHECKS + "_total{outcome=\"active\",source=\"store\"}", 1.0),
                Map.entry(CHECKS + "_total{outcome=\"active\",source=\"cache\"}", 1.0),
                Map.entry(CHECKS + "_total{outcome=\"unavailable\",source=\"store\"}", 1.0),
                Map.entry("user_session_sign_in_store_failures_total{operation=\"check\"}", 1.0),
                Map.entry("user_session_sign_in_answer_age_seconds_count", 1.0));
    }

    @Test
    void theValidatorIsNotAskedAboutASignInThatHasEnded() {
        Browser phone = new Browser();
        phone.get("/sign-in?user=ada&role=admin");
        String id = phone.get("/sign-in-id").asString();
        clock.advance(Duration.ofMinutes(1));
        store.end("ada", id).await().indefinitely(); // on another replica
        Validator.ASKED.clear();

        assertEnded(phone, "/for-users");

        assertThat(Validator.ASKED).isEmpty();
    }

    @Test
    void aSignInThatTheValidatorRefusesHasNotEnded() {
        Validator.valid = false;

        Response refused = browser.get("/for-users");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(setCookies(refused)).isEmpty();
        Validator.valid = true;
        assertThat(browser.get("/for-users").asString()).startsWith("ada");
        clock.advance(Duration.ofMinutes(1)); // beyond the cache
        assertThat(browser.get("/for-users").asString()).startsWith("ada");
        assertThat(browser.get("/devices").asString()).contains(browser.get("/sign-in-id").asString());
    }

    @ApplicationScoped
    public static class Validator implements SignInValidator {

        static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();
        static volatile boolean valid = true;

        @Override
        public Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt) {
            ASKED.add(principal);
            return Uni.createFrom().item(valid);
        }
    }
}
