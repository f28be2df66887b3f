package io.quarkiverse.usersession.sample;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Who is signed in, and what they may see. */
@QuarkusTest
class SignInTest {

    private final Browser browser = new Browser();

    /** The session cookies of the shop under test. */
    SessionCookies sessions() {
        return TestSessions.defaultSession();
    }

    @Test
    void backOfficeAsksToSignInAndIsShownAfterwards() {
        Response asked = browser.navigate("/back-office?sort=price");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.getHeader("Location")).isEqualTo("/sign-in");
        assertThat(browser.navigate("/sign-in").asString()).contains("<h1>Sign in</h1>");

        Response signedIn = browser.post("/sign-in", Map.of("name", "Shopkeeper", "password", "open-sesame"));

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.getHeader("Location")).endsWith("/back-office?sort=price");
        OpenedSession session = sessions().open(signedIn);
        assertThat(session.principal()).contains("Shopkeeper");
        assertThat(session.roles()).containsExactly("admin");
        assertThat(browser.navigate("/back-office?sort=price").asString())
                .containsSubsequence("You are Shopkeeper", "Apples, 1 kg", "Beeswax candles");
        assertThat(browser.navigate("/back-office").getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void thePageThatOneWantedSaysWelcome() {
        browser.navigate("/back-office");
        browser.post("/sign-in", Map.of("name", "Shopkeeper", "password", "open-sesame"));

        assertThat(browser.navigate("/back-office").asString()).contains("Welcome, Shopkeeper");
        assertThat(browser.navigate("/back-office").asString()).doesNotContain("Welcome");
    }

    @Test
    void customersWhoWantedTheBackOfficeAreWelcomeToo() {
        browser.navigate("/back-office");
        browser.post("/sign-in", "name", "Ada Lovelace");

        assertThat(browser.navigate("/back-office").asString()).contains("<h1>Staff only</h1>", "Welcome, Ada Lovelace");
        assertThat(browser.navigate("/").asString()).doesNotContain("Welcome");
    }

    @Test
    void aProgramIsTold401() {
        Response response = browser.get("/back-office");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response).setsNoSessionCookie();
    }

    @Test
    void customersMayNotSeeTheBackOffice() {
        browser.post("/sign-in", "name", "Ada Lovelace");

        Response response = browser.navigate("/back-office");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.asString()).contains("<h1>Staff only</h1>");
    }

    @Test
    void theShopkeeperNeedsThePassword() {
        for (Map<String, String> form : List.of(Map.of("name", "shopkeeper", "password", "wrong"),
                Map.of("name", " Shopkeeper "), Map.of("name", "SHOPKEEPER", "password", ""))) {
            Browser visitor = new Browser();
            Response response = visitor.post("/sign-in", form);

            assertThat(response.getHeader("Location")).endsWith("/sign-in");
            assertThat(sessions().open(response).principal()).isEmpty();
            assertThat(visitor.navigate("/sign-in").asString()).contains("go together");
        }
    }

    @Test
    void whoSignsOutIsNobody() {
        Browser shopkeeper = new Browser()
                .with(sessions().signedIn("Shopkeeper", "admin").cookie(Map.of("visits", 3)).getValue());
        assertThat(shopkeeper.get("/back-office").statusCode()).isEqualTo(200);

        assertThat(shopkeeper.post("/sign-out")).expiresSessionCookie();

        assertThat(shopkeeper.get("/back-office").statusCode()).isEqualTo(401);
        assertThat(shopkeeper.get("/").asString()).contains("You are not signed in", "visit number 1");
    }

    @Test
    void aRouteKnowsTheUserToo() {
        Browser customer = new Browser().with(
                sessions().signedIn("Ada").cookie(Map.of("cart", new Cart(Map.of("bread", 2)))).getValue());

        assertThat(customer.get("/cart.json").asString())
                .isEqualTo("{\"customer\":\"Ada\",\"products\":2,\"total\":\"€8.40\"}");
    }
}
