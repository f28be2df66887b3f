package io.quarkiverse.usersession.classic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.testing.BoundBrowser;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** Pages that find out who it is when they have begun. */
class LazyClassicBoundSignInTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(ClassicBoundSignInTest.Account.class))
            .overrideConfigKey("quarkus.http.auth.proactive", "false")
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .overrideConfigKey("quarkus.user-session.sign-in.device-bound.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.secure", "always")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.login-page", "/account/login");

    @Test
    void aPublicPageThatAsksForTheUserComesAgain() {
        BoundBrowser browser = new BoundBrowser();
        browser.send("POST", "/account/sign-in", given());
        assertThat(browser.get("/account").asString()).isEqualTo("ada");

        try (CapturedLog log = new CapturedLog()) {
            Response page = given().header("Cookie", browser.cookiesWithoutProof()).header("Accept", "text/html")
                    .header("Sec-Fetch-Mode", "navigate").header("Sec-Fetch-Dest", "document").get("/account/open");
            Response stolen = given().header("Cookie", browser.cookiesWithoutProof()).get("/account/open");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString()).contains("0;url=?_device-proof=").endsWith("</html>");
            assertThat(stolen.asString()).isEqualTo("nobody");
            assertThat(log.messages("ERROR")).isEmpty();
        }
    }
}
