package io.quarkiverse.usersession.test.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.testing.BoundBrowser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** Servlets that have a path of their own. */
class LazyBoundServletPathTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = BoundApplication.with().overrideConfigKey("quarkus.http.auth.proactive", "false")
            .overrideConfigKey("quarkus.servlet.context-path", "servlets");

    @Test
    void aServletThatAsksForTheUserItselfComesAgain() {
        BoundBrowser browser = new BoundBrowser();
        browser.send("POST", "/sign-in?user=ada", given());
        assertThat(browser.get("/for-users").asString()).isEqualTo("ada");

        Response page = BoundTests.navigate("/servlets/late-servlet", browser.cookiesWithoutProof());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(BoundTests.next(page)).startsWith("?_device-proof=");
        assertThat(BoundTests.navigate("/servlets/late-servlet", browser.cookies()).asString()).isEqualTo("ada");
        assertThat(given().header("Cookie", browser.cookiesWithoutProof()).get("/servlets/late-servlet").asString())
                .isEqualTo("nobody");
    }
}
