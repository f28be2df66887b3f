package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** A login page that only signed-in users may see. */
class ProtectedLoginPageTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with()
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.login.paths", "/login,/login/*")
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.login.policy", "authenticated")
            .overrideRuntimeConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true")
            .overrideRuntimeConfigKey("quarkus.http.proxy.enable-forwarded-prefix", "true")
            .setLogRecordPredicate(SignInApplication::isAboutLoginPage)
            .assertLogRecords(records -> assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.getMessage()).contains("The login page %s is visible only to signed-in users");
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

    @ParameterizedTest
    @ValueSource(strings = { "/login", "/login/", "/login?again" })
    void doesNotSendBrowsersRoundInCirclesBehindAPrefix(String path) {
        Response asked = new Browser().get("/for-users", SignInTests.html().header("X-Forwarded-Prefix", "/shop"));
        assertThat(asked.header("Location")).isEqualTo("/shop/login");

        Response response = new Browser().get(path, SignInTests.html().header("X-Forwarded-Prefix", "/shop"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(setCookies(response)).isEmpty();
    }

    @Test
    void aFormThatItSendsToItselfIsNotSentRoundInCirclesEither() {
        Response response = new Browser().send("POST", "/login", SignInTests.html().formParam("name", "ada"));

        assertThat(response.statusCode()).isEqualTo(401);
    }
}
