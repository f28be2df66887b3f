package io.quarkiverse.usersession.sample;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The forms of the shop have no tokens: what other sites send with a visitor's cookie is refused. */
@QuarkusTest
class OtherSitesTest {

    private final Browser browser = new Browser();

    @Test
    void aFormOfTheShopIsAccepted() {
        browser.get("/");

        assertThat(add(given().header("Sec-Fetch-Site", "same-origin")).statusCode()).isEqualTo(303);
        assertThat(browser.get("/").asString()).contains("one added to your cart");
    }

    @Test
    void aFormOfAnotherSiteIsRefusedAndChangesNothing() {
        browser.get("/");

        Response byFetchMetadata = add(given().header("Sec-Fetch-Site", "cross-site").header("Origin", "https://evil.test"));
        Response byOrigin = add(given().header("Origin", "https://evil.test"));

        for (Response response : new Response[] { byFetchMetadata, byOrigin }) {
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(setCookies(response)).isEmpty();
        }
        assertThat(browser.get("/").asString()).doesNotContain("one added to your cart", "/cart/bread/remove");
    }

    @Test
    void anotherSiteSignsNobodyIn() {
        Response response = given().header("Origin", "https://evil.test")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "Mallory").redirects().follow(false).post("/sign-in");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(setCookies(response)).isEmpty();
    }

    private Response add(RequestSpecification request) {
        return browser.send("POST", "/cart/bread", request);
    }
}
