// tag::class[]
package org.acme;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.acme.WishlistResource.Wishlist;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.TestSession;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class WishlistTest {

    @Test
    void addsAProductToTheSession() {
        Wishlist before = new Wishlist(List.of("tea"));

        Response response = given().cookie(TestSessions.cookie(Map.of("wishlist", before))).post("/wishlist/cup");

        assertThat(TestSessions.open(response).get("wishlist", Wishlist.class))
                .contains(new Wishlist(List.of("tea", "cup")));
    }

    @Test
    void readingTheSessionSetsNoCookie() {
        assertThat(given().get("/wishlist")).setsNoSessionCookie();
    }

    @Test
    @TestSession(principal = "ada", roles = "customer")
    void customersSeeTheirOrders() {
        given().get("/sign-in/orders").then().statusCode(200);
    }
}
// end::class[]
