package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** An idle timeout of half an hour, and two hours at most. */
class LifetimeTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .overrideRuntimeConfigKey("quarkus.user-session.max-age", "30M")
            .overrideRuntimeConfigKey("quarkus.user-session.renew-after", "5M")
            .overrideRuntimeConfigKey("quarkus.user-session.absolute-timeout", "2H");

    @Inject
    TestClock clock;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Browser();
        browser.get("/blocking/set?value=ada");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void S18_theServerRefusesACookieInTheVerySecondInWhichTheBrowserDropsIt() {
        Browser copy = new Browser().with(browser.cookie());
        clock.advance(Duration.ofSeconds(30 * 60 - 1));
        assertThat(new Browser().with(browser.cookie()).get("/blocking/get").asString()).isEqualTo("ada");

        clock.advance(Duration.ofSeconds(1));

        Response expired = copy.get("/blocking/get");
        assertThat(expired.asString()).isEqualTo("nobody");
        assertThat(setCookies(expired)).singleElement().asString().startsWith("__session=; Max-Age=0;");
    }

    @Test
    void maxAgeOfTheCookieIsTheConfiguredOne() {
        assertThat(setCookies(browser.get("/blocking/set?value=grace"))).singleElement().asString()
                .contains("; Max-Age=1800;");
    }

    @Test
    void S12_anIdleSessionIsRenewedWhenItIsUsedAndOnlyItsLifetimeChanges() {
        String id = browser.get("/blocking/id").asString();
        clock.advance(Duration.ofSeconds(5 * 60 - 1));
        assertThat(setCookies(browser.get("/blocking/get"))).isEmpty();

        clock.advance(Duration.ofSeconds(1));

        assertThat(setCookies(browser.get("/blocking/untouched"))).isEmpty();
        assertThat(setCookies(browser.get("/blocking/get"))).singleElement().asString().contains("; Max-Age=1800;");
        assertThat(setCookies(browser.get("/blocking/get"))).isEmpty();
        assertThat(browser.get("/blocking/id").asString()).isEqualTo(id);
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");
    }

    @Test
    void S12_destroyBeatsRenewal() {
        clock.advance(Duration.ofMinutes(10));

        assertThat(setCookies(browser.get("/blocking/destroy"))).singleElement().asString().contains("; Max-Age=0;");
    }

    @Test
    void nothingExtendsASessionBeyondItsAbsoluteTimeout() {
        for (int minutes = 0; minutes < 100; minutes += 20) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(browser.get("/blocking/set?value=at-" + minutes).statusCode()).isEqualTo(200);
        }

        clock.advance(Duration.ofMinutes(10));
        Response last = browser.get("/blocking/get");
        assertThat(last.asString()).isEqualTo("at-80");
        assertThat(setCookies(last)).singleElement().asString().contains("; Max-Age=600;");

        clock.advance(Duration.ofMinutes(10));
        assertThat(new Browser().with(browser.cookie()).get("/blocking/get").asString()).isEqualTo("nobody");
    }

    @Test
    void S19_theClockOfAnotherReplicaMayBeAMinuteAhead() {
        clock.advance(Duration.ofSeconds(-60));
        assertThat(new Browser().with(browser.cookie()).get("/blocking/get").asString()).isEqualTo("ada");

        clock.advance(Duration.ofSeconds(-1));
        assertThat(new Browser().with(browser.cookie()).get("/blocking/get").asString()).isEqualTo("nobody");
    }
}
