package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.client.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** A login page that only signed-in users may see. */
class ProtectedLoginPageTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with()
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.login.paths", "/login")
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.login.policy", "authenticated")
            .setLogRecordPredicate(SignInApplication::isAboutLoginPage)
            .assertLogRecords(records -> assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.getMessage()).contains("The login page %s can't be seen without signing in");
                assertThat(record.getParameters()).contains("/login");
            }));

    @Test
    void doesNotSendBrowsersRoundInCircles() {
        Browser browser = new Browser();
        assertThat(browser.get("/for-users", SignInTests.html()).header("Location")).isEqualTo("/login");

        Response first = browser.get("/login", SignInTests.html());
        Response again = browser.get("/login?again", SignInTests.html());

        assertThat(first.statusCode()).isEqualTo(401);
        assertThat(again.statusCode()).isEqualTo(401);
    }
}
