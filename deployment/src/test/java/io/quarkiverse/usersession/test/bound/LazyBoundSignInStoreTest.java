package io.quarkiverse.usersession.test.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class LazyBoundSignInStoreTest extends BoundSignInStoreTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = application().overrideConfigKey("quarkus.http.auth.proactive", "false");

    @Test
    void whoAsksForTheUserOfAPublicPageHearsOfNobody() {
        browser.send("POST", "/sign-in?user=ada", given());
        String copy = browser.cookiesWithoutProof();
        browser.get("/for-users");
        clock.advance(BOUND_FOR_ALL);

        assertThat(given().header("Cookie", copy).get("/open").asString()).isEqualTo("nobody");
        assertThat(browser.get("/open").asString()).isEqualTo("ada");
    }
}
