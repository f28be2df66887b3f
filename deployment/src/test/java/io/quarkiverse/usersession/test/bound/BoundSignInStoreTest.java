package io.quarkiverse.usersession.test.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

class BoundSignInStoreTest extends BoundSignInStoreTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = application();

    @Test
    void S11_onPublicPagesACopyIsNobodys() {
        browser.send("POST", "/sign-in?user=ada", given());
        String copy = given().header("Cookie", browser.cookiesWithoutProof()).get("/visit").header("Set-Cookie")
                .replaceFirst(";.*", "");
        browser.get("/for-users");
        clock.advance(BOUND_FOR_ALL);

        Response answer = given().header("Cookie", copy).get("/visit");

        assertThat(answer.asString()).isEqualTo("nobody 1");
    }
}
