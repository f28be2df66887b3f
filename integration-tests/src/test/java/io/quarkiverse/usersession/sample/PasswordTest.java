package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The password is changed by those who have signed in recently. */
@QuarkusTest
class PasswordTest {

    private static final String PAGE = "/back-office/password";

    SessionCookies sessions() {
        return TestSessions.defaultSession();
    }

    @Test
    void thePageIsForThoseWhoHaveSignedInWithinFiveMinutes() {
        assertThat(signedIn(Duration.ofMinutes(4)).get(PAGE).statusCode()).isEqualTo(200);

        Browser browser = signedIn(Duration.ofMinutes(6));
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(401);
        assertThat(browser.navigate(PAGE).getHeader("Location")).isEqualTo("/sign-in");
        assertThat(browser.get("/back-office").statusCode()).isEqualTo(200);
    }

    @Test
    void theFormHasFiveMinutesMore() {
        assertThat(change(signedIn(Duration.ofMinutes(9))).statusCode()).isEqualTo(303);
        assertThat(change(signedIn(Duration.ofMinutes(11))).statusCode()).isEqualTo(401);
    }

    private Response change(Browser browser) {
        return browser.post(PAGE, Map.of("oldPassword", "open-barley", "newPassword", "open-wheat-field"));
    }

    private Browser signedIn(Duration ago) {
        return new Browser().with(sessions().signedIn("Deputy", "admin").issuedAgo(ago).cookie(Map.of()).getValue());
    }
}
