package io.quarkiverse.usersession.test.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class LazyBoundSignInTest extends BoundTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = BoundApplication.with().overrideConfigKey("quarkus.http.auth.proactive", "false");

    /** Nobody has asked who it is. */
    @Test
    void onPublicPagesTheSessionIsWhatItsCookieSays() {
        bind();
        browser.get("/visit");

        assertThat(given().header("Cookie", browser.cookiesWithoutProof()).get("/visit").asString()).endsWith(" 2");
    }
}
