package io.quarkiverse.usersession.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.Scrape;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.RemixCookies;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/**
 * What an application with Micrometer shows. Only two other test applications have it, for the metrics of sign-ins and of those
 * that are bound to a browser.
 */
class MetricsTest {

    private static final String ACCEPTED = "kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua";
    private static final int LIFETIME = 31_536_000;
    // the test application's clock stands still at this time
    private static final long NOW = 1_767_225_600L;

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .withApplicationRoot(jar -> jar
                    .addPackage(TestClock.class.getPackage())
                    .addPackage(TestApplication.class.getPackage())
                    .addClass(Endpoints.class))
            .setForcedDependencies(List.of(
                    Dependency.of("io.quarkus", "quarkus-micrometer-registry-prometheus", Version.getVersion())))
            .overrideRuntimeConfigKey("quarkus.user-session.accepted-secrets", ACCEPTED)
            .overrideRuntimeConfigKey("quarkus.user-session.renew-after", "1D")
            .overrideRuntimeConfigKey("quarkus.user-session.import.format", "remix")
            .overrideRuntimeConfigKey("quarkus.user-session.import.secrets", RemixCookies.SECRET)
            .overrideRuntimeConfigKey("quarkus.user-session.import.until", "2026-12-31")
            .overrideRuntimeConfigKey("quarkus.user-session.import.cookie-name", "old");

    @Inject
    TestClock clock;

    private Scrape before;

    @BeforeEach
    void scrape() {
        before = Scrape.now();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    static Stream<Arguments> outcomes() {
        String valid = sealedWith(TestApplication.SECRET, NOW);
        return Stream.of(
                arguments("valid", "__session=" + valid),
                arguments("absent", "a=b"),
                arguments("expired", "__session=" + sealedWith(TestApplication.SECRET, NOW - LIFETIME)),
                arguments("damaged", "__session=" + valid.substring(0, 60)),
                arguments("unrecognized", "__session=another"),
                arguments("later_version", "__session=Ag" + valid.substring(2)),
                arguments("conflicting", "__session=" + signedIn("ada") + "; __session=" + signedIn("grace")),
                arguments("unknown_key", "__session=" + sealedWith(ACCEPTED + "x", NOW)),
                arguments("not_yet_valid", "__session=" + sealedWith(TestApplication.SECRET, NOW + 61)),
                arguments("imported", "old=" + RemixCookies.signed("{\"user\":\"ada-s3ssion-marker\"}")),
                arguments("too_long", "__session=" + "A".repeat(4_096)),
                arguments("too_many", ("__session=" + valid.substring(0, valid.length() - 8) + "AAAAAAAA; ").repeat(9)));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void aUsedSessionIsCountedByWhatBecameOfItsCookie(String outcome, String cookie) {
        given().header("Cookie", cookie).get("/blocking/get");

        assertThat(Scrape.now().since(before, "user_session_opened"))
                .containsExactly(
                        Map.entry("user_session_opened_total{outcome=\"" + outcome + "\",session=\"default\"}", 1.0));
    }

    @Test
    void aCookieOpenedWithAnAcceptedSecretIsCountedAsThatToo() {
        given().header("Cookie", "__session=" + sealedWith(ACCEPTED, NOW)).get("/blocking/get");

        assertThat(Scrape.now().since(before, "user_session")).contains(
                Map.entry("user_session_opened_total{outcome=\"valid\",session=\"default\"}", 1.0),
                Map.entry("user_session_accepted_secret_uses_total{session=\"default\"}", 1.0));
    }

    @Test
    void anUntouchedSessionIsNotCounted() {
        given().header("Cookie", "__session=damaged").get("/blocking/untouched");

        assertThat(Scrape.now().since(before, "user_session")).isEmpty();
    }

    @Test
    void aChangeIsASet() {
        new Browser().get("/blocking/set?value=ada");

        assertCommitted("set");
    }

    @Test
    void aSessionThatIsDueIsARenewal() {
        clock.advance(Duration.ofDays(2));

        given().header("Cookie", "__session=" + sealedWith(TestApplication.SECRET, NOW)).get("/blocking/get");

        assertCommitted("renew");
    }

    @Test
    void aNewSealOnAnOldSessionIsAReSeal() {
        given().header("Cookie", "__session=" + sealedWith(ACCEPTED, NOW)).get("/blocking/get");

        assertCommitted("re_seal");
    }

    @Test
    void aCookieOfAFormerPathIsAReScope() {
        String former = new CookieFormat("__session", new CookieScope(null, "/blocking", false),
                KeyRing.of(TestApplication.SECRET), new SecureRandom()::nextBytes)
                .seal(new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), NOW, NOW, LIFETIME, false, Map.of()));

        given().header("Cookie", "__session=" + former).get("/blocking/get");

        assertCommitted("re_scope");
    }

    @Test
    void theEndOfASessionIsAnExpiry() {
        given().header("Cookie", "__session=" + sealedWith(TestApplication.SECRET, NOW)).get("/blocking/destroy");

        assertCommitted("expire");
    }

    @Test
    void aCookieThatTheApplicationSendsItselfIsCountedOnce() {
        given().get("/metered/by-hand");

        assertCommitted("set");
    }

    @Test
    void theSizeOfACookieIsThatOfItsNameAndValue() {
        Browser browser = new Browser();
        browser.get("/blocking/set?value=" + "a".repeat(2_000));
        double bytes = "__session".length() + browser.cookie().length();

        Scrape after = Scrape.now();
        assertThat(after.since(before, "user_session_cookie_bytes"))
                .containsExactly(Map.entry("user_session_cookie_bytes_total{session=\"default\"}", bytes));
        assertThat(after.values()).containsEntry("user_session_largest_cookie_bytes{session=\"default\"}", bytes);
    }

    @Test
    void eachSessionIsCountedForItself() {
        given().get("/metered/onboarding");

        assertThat(Scrape.now().since(before, "user_session"))
                .containsKeys("user_session_opened_total{outcome=\"absent\",session=\"onboarding\"}",
                        "user_session_commits_total{kind=\"set\",session=\"onboarding\"}",
                        "user_session_cookie_bytes_total{session=\"onboarding\"}")
                .allSatisfy((metric, increase) -> assertThat(metric).contains("session=\"onboarding\""));
    }

    @Test
    void requestsOfOtherOriginsAreCounted() {
        given().header("Sec-Fetch-Site", "cross-site").header("Cookie", "__session=x").post("/blocking/get");
        given().header("Sec-Fetch-Site", "cross-site").header("Cookie", "other=x").post("/blocking/get");
        given().header("Sec-Fetch-Site", "same-origin").header("Cookie", "__session=x").post("/blocking/get");

        assertThat(Scrape.now().since(before, "user_session"))
                .containsExactly(Map.entry("user_session_cross_origin_requests_total{outcome=\"refused\"}", 1.0));
    }

    @Test
    void theseAreAllMetrics() {
        assertThat(names(before)).containsExactlyInAnyOrder("user_session_opened_total",
                "user_session_accepted_secret_uses_total",
                "user_session_commits_total", "user_session_cookie_bytes_total", "user_session_largest_cookie_bytes",
                "user_session_cross_origin_requests_total");
    }

    @Test
    void noMetricReadsLikeAPartOfAnother() {
        for (String name : names(before)) {
            String stem = name.replaceFirst("(_bytes)?(_total)?$", "");
            assertThat(names(before)).filteredOn(other -> other.startsWith(stem + "_")).containsExactly(name);
        }
    }

    @Test
    void valuesOfTagsAreInSnakeCase() {
        assertThat(before.values().keySet()).filteredOn(series -> series.startsWith("user_session_"))
                .hasSizeGreaterThan(30)
                .allSatisfy(series -> assertThat(series)
                        .matches("[a-z_]+\\{[a-z]+=\"[a-z]+(_[a-z]+)*\"(,[a-z]+=\"[a-z]+(_[a-z]+)*\")?}"));
    }

    private static Set<String> names(Scrape scrape) {
        return scrape.values().keySet().stream().filter(series -> series.startsWith("user_session_"))
                .map(series -> series.substring(0, series.indexOf('{'))).collect(Collectors.toSet());
    }

    private void assertCommitted(String kind) {
        assertThat(Scrape.now().since(before, "user_session_commits"))
                .containsExactly(Map.entry("user_session_commits_total{kind=\"" + kind + "\",session=\"default\"}", 1.0));
    }

    private static String signedIn(String user) {
        return new CookieFormat("__session", CookieScope.DEFAULT, KeyRing.of(TestApplication.SECRET),
                new SecureRandom()::nextBytes)
                .seal(new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), NOW, NOW, LIFETIME, false,
                        Map.of(EntryKey.SIGN_IN,
                                new SignedIn(new SessionId(user.hashCode(), 0).toString(), user, Set.of(), 0).toEntry())));
    }

    private static String sealedWith(String secret, long issuedAt) {
        return new CookieFormat("__session", CookieScope.DEFAULT, KeyRing.of(secret), new SecureRandom()::nextBytes)
                .seal(new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), issuedAt, issuedAt, LIFETIME, false,
                        Map.of("user", "ada-s3ssion-marker")));
    }

    @Path("/metered")
    public static class Endpoints {

        @Inject
        UserSession session;

        @Inject
        @SessionName("onboarding")
        UserSession onboarding;

        @Inject
        SessionStorage storage;

        @GET
        @Path("by-hand")
        public jakarta.ws.rs.core.Response byHand() {
            session.set("step", 1);
            return jakarta.ws.rs.core.Response.ok("set").header("Set-Cookie", storage.commitSession(session)).build();
        }

        @GET
        @Path("onboarding")
        public String onboarding() {
            onboarding.set("step", 1);
            return "set";
        }
    }
}
