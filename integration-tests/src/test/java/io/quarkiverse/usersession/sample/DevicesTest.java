package io.quarkiverse.usersession.sample;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Sign-ins that are listed and ended, and what is left for a copy of a cookie. */
@QuarkusTest
class DevicesTest {

    private static final Pattern FORM_OF_ANOTHER = Pattern.compile("name=\"id\" value=\"([\\w-]{16})\"");
    private static final String PASSWORD = "open-sesame";

    private final Browser laptop = new Browser();
    private final Browser phone = new Browser();

    @Test
    void thePageListsAllDevicesAndMarksThisOne() {
        String user = newUser();
        signIn(laptop, user, "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0");
        signIn(phone, user, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                + " Version/26.0 Mobile/15E148 Safari/604.1");

        Response page = laptop.get("/devices");

        assertThat(page.asString()).containsSubsequence("Your devices", "Safari on iPhone", "Firefox on Linux", "This one")
                .containsOnlyOnce("This one").containsOnlyOnce("action=\"/devices/sign-out\"");
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatADeviceCallsItselfIsEscaped() {
        signIn(laptop, newUser(), "<b>Mallory</b>");

        assertThat(laptop.get("/devices").asString()).contains("&lt;b&gt;Mallory").doesNotContain("<b>Mallory");
    }

    @Test
    void thePageIsForWhoeverIsSignedIn() {
        assertThat(laptop.get("/devices").statusCode()).isEqualTo(401);
        assertThat(laptop.navigate("/devices").getHeader("Location")).isEqualTo("/sign-in");
    }

    @Test
    void anotherDeviceIsSignedOut() {
        String user = newUser();
        signIn(laptop, user);
        signIn(phone, user);

        Response response = laptop.post("/devices/sign-out", "id", idOfAnother(laptop));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(laptop.get("/devices").asString()).contains("That device is signed out")
                .doesNotContain("action=\"/devices/sign-out\"");
        assertThat(phone.get("/devices").statusCode()).isEqualTo(401);
    }

    @Test
    void publicPagesDoNotShowAnEndedSignInAsSignedIn() {
        String user = newUser();
        signIn(laptop, user);
        signIn(phone, user);
        phone.post("/cart/bread");
        assertThat(phone.get("/").asString()).contains("Signed in as " + user + "<", "1 × Rye bread");

        laptop.post("/devices/sign-out", "id", idOfAnother(laptop));

        assertThat(phone.get("/cart.json").jsonPath().getMap("")).isEqualTo(
                Map.of("customer", "", "products", 0, "total", "€0.00"));
        assertThat(phone.get("/").asString()).contains("You are not signed in", "Your cart is empty.",
                "This is your visit number 1.").doesNotContain(user);
    }

    /** The next page would have forgotten what was put into the session of the ended sign-in. */
    @Test
    void aDeviceThatWasSignedOutContinuesWithTheCartOfAVisitor() {
        String user = newUser();
        signIn(laptop, user);
        signIn(phone, user);
        phone.post("/cart/bread");
        laptop.post("/devices/sign-out", "id", idOfAnother(laptop));

        Response added = phone.post("/cart/honey");

        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(phone.get("/").asString()).contains("Honey, 500 g: one added to your cart", "You are not signed in",
                "1 × Honey").doesNotContain("1 × Rye bread", user);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/cart/bread", "/cart/bread/remove", "/cart/empty", "/cart/nothing", "/sign-in", "/sign-out" })
    void aButtonOnADeviceThatWasSignedOutLeadsToAPageForVisitors(String action) {
        String user = newUser();
        signIn(laptop, user);
        signIn(phone, user);
        laptop.post("/devices/sign-out", "id", idOfAnother(laptop));

        Response pressed = phone.post(action);
        Response page = phone.navigate(pressed.getHeader("Location").replaceFirst("https?://[^/]*", ""));

        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).doesNotContain(user);
        if (!action.equals("/sign-out")) {
            assertThat(page.asString()).contains("role=\"status\"");
        }
    }

    @Test
    void theSignInOfAnotherUserIsNotEnded() {
        signIn(laptop, newUser());
        String user = newUser();
        signIn(phone, user);
        Browser tablet = new Browser();
        signIn(tablet, user);

        laptop.post("/devices/sign-out", "id", idOfAnother(tablet));
        laptop.post("/devices/sign-out", "id", "*");
        laptop.post("/devices/sign-out");

        assertThat(phone.get("/devices").statusCode()).isEqualTo(200);
        assertThat(tablet.get("/devices").statusCode()).isEqualTo(200);
    }

    @Test
    void everythingElseIsSignedOutAndThisDeviceStays() {
        String user = newUser();
        signIn(laptop, user);
        signIn(phone, user);
        Browser tablet = new Browser();
        signIn(tablet, user);

        laptop.post("/devices/sign-out-elsewhere");

        assertThat(laptop.get("/devices").asString()).contains("All your other devices are signed out");
        assertThat(phone.get("/devices").statusCode()).isEqualTo(401);
        assertThat(tablet.get("/devices").statusCode()).isEqualTo(401);
    }

    @Test
    void aCopyOfTheCookieSignsNobodyInAfterASignOut() {
        signIn(laptop, newUser());
        Browser copy = new Browser().with(laptop.cookie());

        assertThat(laptop.post("/sign-out")).expiresSessionCookie();

        assertThat(copy.get("/devices").statusCode()).isEqualTo(401);
    }

    @Test
    void theFormOfThisVeryDeviceSignsItOut() {
        String user = newUser();
        signIn(laptop, user);
        signIn(phone, user);
        String own = idOfAnother(phone);

        Response response = laptop.post("/devices/sign-out", "id", own);

        assertThat(response.getHeader("Location")).endsWith("/signed-out");
        assertThat(response).expiresSessionCookie();
    }

    @Test
    void aChangedPasswordSignsOutAllOtherDevicesAndCopies() {
        signInShopkeeper(laptop, "Shopkeeper", PASSWORD);
        signInShopkeeper(phone, "SHOPKEEPER", PASSWORD);
        Browser copy = new Browser().with(laptop.cookie());
        try {
            Response changed = changePassword(PASSWORD, "open-barley");

            assertThat(changed.getHeader("Location")).endsWith("/devices");
            assertThat(laptop.get("/devices").asString()).contains("Your password is changed", "This one")
                    .doesNotContain("action=\"/devices/sign-out\"");
            assertThat(laptop.get("/back-office").statusCode()).as("with the same roles").isEqualTo(200);
            assertThat(phone.get("/back-office").statusCode()).isEqualTo(401);
            assertThat(copy.get("/back-office").statusCode()).isEqualTo(401);
            assertThat(new Browser().post("/sign-in", Map.of("name", "Shopkeeper", "password", PASSWORD))
                    .getHeader("Location")).endsWith("/sign-in");
            signInShopkeeper(phone, "Shopkeeper", "open-barley");
            assertThat(phone.get("/back-office").statusCode()).isEqualTo(200);
        } finally {
            changePassword("open-barley", PASSWORD);
        }
    }

    @Test
    void thePasswordStaysWhereTheOldOneIsWrongOrTheNewOneIsBad() {
        signInShopkeeper(laptop, "Shopkeeper", PASSWORD);
        signInShopkeeper(phone, "Shopkeeper", PASSWORD);

        changePassword("open-barley", "open-wheat");
        assertThat(laptop.get("/back-office/password").asString()).contains("The old password is wrong");
        changePassword(PASSWORD, "short");
        assertThat(laptop.get("/back-office/password").asString()).contains("A password has 8 to 100 characters");
        laptop.post("/back-office/password");
        assertThat(laptop.get("/back-office/password").asString()).contains("A password has 8 to 100 characters");

        assertThat(phone.get("/back-office").statusCode()).isEqualTo(200);
        signInShopkeeper(new Browser(), "Shopkeeper", PASSWORD);
    }

    @Test
    void onlyTheShopkeeperHasAPasswordToChange() {
        signIn(laptop, newUser());

        assertThat(laptop.get("/devices").asString()).doesNotContain("/back-office/password");
        assertThat(laptop.get("/back-office/password").asString()).contains("Staff only");
        assertThat(changePassword(PASSWORD, "open-barley").statusCode()).isEqualTo(403);
    }

    private Response changePassword(String oldPassword, String newPassword) {
        return laptop.post("/back-office/password", Map.of("oldPassword", oldPassword, "newPassword", newPassword));
    }

    /** The tests share the store of the shop under test. */
    private static String newUser() {
        return "user " + UUID.randomUUID();
    }

    private static void signIn(Browser browser, String user) {
        browser.post("/sign-in", "name", user);
    }

    private static void signIn(Browser browser, String user, String userAgent) {
        browser.send("POST", "/sign-in", given().header("User-Agent", userAgent).formParam("name", user));
    }

    private static void signInShopkeeper(Browser browser, String name, String password) {
        Response response = browser.post("/sign-in", Map.of("name", name, "password", password));
        assertThat(response.getHeader("Location")).doesNotEndWith("/sign-in");
    }

    /** Of the only other device on the page. */
    private static String idOfAnother(Browser browser) {
        Matcher form = FORM_OF_ANOTHER.matcher(browser.get("/devices").asString());
        assertThat(form.find()).as("another device").isTrue();
        return form.group(1);
    }
}
