package io.quarkiverse.usersession.sample;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class ShopTest {

    private static final String NEW_COOKIE = "__session=[\\w-]+; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax";
    private static final String EXPIRED_COOKIE = "__session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/;"
            + " HttpOnly; SameSite=Lax";

    private final Browser browser = new Browser();

    /** The session cookies of the shop under test. */
    SessionCookies sessions() {
        return TestSessions.defaultSession();
    }

    @Test
    void pageThatLeavesTheSessionAloneIsTheSameForEveryone() {
        signIn("Grace Hopper");

        Response page = browser.get("/about");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page).setsNoSessionCookie();
        assertThat(varyOf(page)).doesNotContain("Cookie");
        assertThat(page.asString()).contains("About this shop").doesNotContain("Grace");
    }

    @Test
    void staticFileSetsNoCookie() {
        signIn("Ada Lovelace");

        Response file = browser.get("/shop.css");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(setCookies(file)).isEmpty();
        assertThat(varyOf(file)).doesNotContain("Cookie");
    }

    @Test
    void signInSetsTheCookieAndRedirects() {
        Response response = browser.post("/sign-in", "name", "Ada Lovelace");

        assertRedirect(response, "/");
        assertThat(setCookies(response)).singleElement().asString().matches(NEW_COOKIE);
        OpenedSession session = sessions().open(response);
        assertThat(session.principal()).contains("Ada Lovelace");
        assertThat(session.roles()).isEmpty();
        assertThat(session.data()).containsOnlyKeys("message");
        assertThat(session.get("message", Message.class)).contains(new Message("Welcome, Ada Lovelace", false));
    }

    @Test
    void signInGivesTheSessionANewIdAndKeepsTheRest() {
        Browser visitor = browserWith(sessions().createdAgo(Duration.ofDays(3)), Map.of("visits", 41));
        OpenedSession before = sessions().open(visitor.cookie());

        OpenedSession after = sessions().open(visitor.post("/sign-in", "name", "Ada Lovelace"));

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.data()).containsEntry("visits", 41);
        assertThat(after.principal()).contains("Ada Lovelace");
    }

    @Test
    void answerWithACookieIsNotForCaches() {
        Response response = browser.post("/sign-in", "name", "Ada Lovelace");

        assertThat(varyOf(response)).isEqualTo("Cookie");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store, private");
    }

    @Test
    void pageThatReadsTheSessionVariesByCookie() {
        assertThat(varyOf(browser.get("/"))).contains("Cookie");
    }

    @Test
    void signedInVisitorIsGreetedByName() {
        signIn("  Ada Lovelace  ");

        assertThat(shop()).contains("Signed in as Ada Lovelace<").doesNotContain("You are not signed in");
    }

    @Test
    void emptyNameIsRefused() {
        Response response = browser.post("/sign-in", "name", "   ");

        assertRedirect(response, "/sign-in");
        assertThat(browser.get("/sign-in").asString()).contains("A name has 1 to 60 characters");
        assertThat(shop()).doesNotContain("Signed in");
    }

    @Test
    void nameLongerThan60CharactersIsRefused() {
        signIn("a".repeat(61));
        assertThat(shop()).contains("A name has 1 to 60 characters").doesNotContain("Signed in");

        signIn("a".repeat(60));
        assertThat(shop()).contains("Signed in as " + "a".repeat(60));
    }

    @Test
    void nameIsEscapedInHtml() {
        signIn("<b>Ada Lovelace</b>");

        assertThat(shop())
                .contains("Welcome, &lt;b&gt;Ada Lovelace", "Signed in as &lt;b&gt;Ada Lovelace")
                .doesNotContain("<b>Ada Lovelace");
    }

    @Test
    void cookieDoesNotTellTheName() {
        signIn("Ada Lovelace");

        String inHex = HexFormat.of().formatHex("Ada Lovelace".getBytes(UTF_8));
        // The value is base64url and nothing else, see NEW_COOKIE
        String decoded = new String(Base64.getUrlDecoder().decode(browser.cookie()), ISO_8859_1);
        assertThat(List.of(browser.cookie(), decoded)).noneMatch(text -> text.contains("Ada Lovelace")
                || text.toLowerCase(Locale.ROOT).contains(inHex));
    }

    @Test
    void visitsAreCounted() {
        browser.get("/");
        browser.get("/");

        assertThat(shop()).contains("This is your visit number 3.");
    }

    @Test
    void countGoesOnFromTheSessionThatCame() {
        Response page = browserWith(sessions().issuedAgo(Duration.ofDays(364)), Map.of("visits", 41)).get("/");

        assertThat(page.asString()).contains("This is your visit number 42.");
        assertThat(sessions().open(page).data()).isEqualTo(Map.of("visits", 42));
    }

    @Test
    void expiredSessionIsForgotten() {
        List<SessionCookies> expired = List.of(sessions().issuedAgo(Duration.ofDays(366)),
                sessions().maxAge(Duration.ofMinutes(5)).issuedAgo(Duration.ofMinutes(6)));
        for (SessionCookies cookies : expired) {
            Response page = browserWith(cookies, Map.of("visits", 41)).get("/");

            assertThat(page.asString()).contains("This is your visit number 1.");
            assertThat(sessions().open(page).data()).isEqualTo(Map.of("visits", 1));
        }
    }

    @Test
    void sessionThatWasSealedWithAnotherSecretIsForgotten() {
        SessionCookies forged = sessions().withSecret("Qm9Tx4Wd7Zk2Ls5Vb8Nc1Hf6Jr3Gp0YaEi").signedIn("Ada Lovelace");

        String page = browserWith(forged, Map.of("visits", 41)).get("/").asString();

        assertThat(page).contains("This is your visit number 1.").doesNotContain("Ada Lovelace");
    }

    @Test
    void messageShowsOnce() {
        browser.post("/cart/bread");

        assertThat(shop()).contains("Rye bread: one added to your cart");
        assertThat(shop()).doesNotContain("one added to your cart");
    }

    @Test
    void cartIsKeptAcrossRequestsAndSignIn() {
        browser.post("/cart/bread");
        browser.post("/cart/apples");
        browser.post("/cart/bread");
        signIn("Ada Lovelace");

        // 2 * 4.20 + 3.45
        assertThat(shop()).contains("11.85");
    }

    @Test
    void removedLineIsGone() {
        browser.post("/cart/bread");
        browser.post("/cart/bread");
        browser.post("/cart/apples");

        assertRedirect(browser.post("/cart/bread/remove"), "/");

        assertThat(shop()).contains("/cart/apples/remove").doesNotContain("/cart/bread/remove");
    }

    @Test
    void emptiedCartIsEmpty() {
        browser.post("/cart/bread");
        browser.post("/cart/apples");

        assertRedirect(browser.post("/cart/empty"), "/");

        assertThat(shop()).contains("Your cart is empty.");
    }

    @Test
    void cartHoldsAtMost99OfAProduct() {
        Browser visitor = browserWith(sessions(), Map.of("cart", new Cart(Map.of("bread", 98))));

        visitor.post("/cart/bread");
        assertThat(visitor.get("/").asString()).contains("one added to your cart", "415.80");

        visitor.post("/cart/bread");
        assertThat(visitor.get("/").asString()).contains("We sell at most 99 of a product at once", "415.80");
    }

    @Test
    void cartIsARecordInTheSession() {
        browser.post("/cart/bread");
        Response response = browser.post("/cart/bread");

        assertThat(sessions().open(response).get("cart", Cart.class)).contains(new Cart(Map.of("bread", 2)));
    }

    @Test
    void cartIsThereForScriptsToo() {
        browser.post("/cart/bread");
        signIn("Ada Lovelace");

        Response cart = browser.get("/cart.json");

        assertThat(cart.jsonPath().getMap("")).isEqualTo(Map.of("customer", "Ada Lovelace", "products", 1, "total", "€4.20"));
        assertThat(cart).setsNoSessionCookie();
    }

    @Test
    void cartOfAnotherReleaseThatNoLongerFitsBreaksOnlyWhatReadsIt() {
        Browser visitor = browserWith(sessions(), Map.of("cart", "bread,bread", "visits", 41));

        assertThat(visitor.get("/cart.json").statusCode()).isEqualTo(500);
        assertThat(visitor.get("/sign-in").statusCode()).isEqualTo(200);
        visitor.post("/cart/empty");

        assertThat(visitor.get("/").asString()).contains("Your cart is empty.", "visit number 42");
    }

    @Test
    void unknownProductIsRefused() {
        assertRedirect(browser.post("/cart/unicorn"), "/");
        assertThat(shop()).contains("There is no such product", "Your cart is empty.");

        assertRedirect(browser.post("/cart/unicorn/remove"), "/");
        assertThat(shop()).contains("There is no such product");
    }

    @Test
    void twoVisitorsHaveTwoCarts() {
        Browser other = new Browser();
        other.get("/");
        browser.post("/cart/bread");

        assertThat(other.get("/").asString()).contains("Your cart is empty.");
        assertThat(shop()).doesNotContain("Your cart is empty.");
    }

    @Test
    void damagedCookieStartsANewSession() {
        signIn("Ada Lovelace");
        Browser damaged = new Browser().with(withOneCharacterChanged(browser.cookie()));

        Response page = damaged.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("This is your visit number 1.").doesNotContain("Ada Lovelace");
        assertThat(setCookies(page)).singleElement().asString().matches(NEW_COOKIE);
    }

    @Test
    void signOutExpiresTheCookieAndRedirects() {
        signIn("Ada Lovelace");

        Response response = browser.post("/sign-out");

        assertRedirect(response, "/signed-out");
        assertThat(setCookies(response)).containsExactly(EXPIRED_COOKIE);
    }

    @Test
    void nothingIsLeftAfterSignOut() {
        signIn("Ada Lovelace");
        browser.post("/cart/bread");
        assertThat(browser.post("/sign-out")).expiresSessionCookie();

        Response page = browser.get("/signed-out");

        assertThat(page.asString()).contains("You are signed out");
        assertThat(page).setsNoSessionCookie();
        assertThat(shop()).contains("You are not signed in", "Your cart is empty.", "This is your visit number 1.");
    }

    @Test
    void lettersStayLargeAfterSignOut() {
        Browser letters = new Browser("__letters");
        signIn("Ada Lovelace");

        assertRedirect(letters.post("/letters", "large", "true"), "/about");
        browser.post("/sign-out");

        assertThat(letters.get("/letters").asString()).contains("font-size: 125%");
    }

    @Test
    void usualLettersNeedNoSession() {
        Browser letters = new Browser("__letters");
        letters.post("/letters", "large", "true");

        letters.post("/letters", "large", "false");

        assertThat(letters.cookie()).isNull();
        assertThat(letters.get("/letters").asString()).isEmpty();
    }

    private static Browser browserWith(SessionCookies cookies, Map<String, ?> data) {
        return new Browser().with(cookies.cookie(data).getValue());
    }

    private void signIn(String name) {
        browser.post("/sign-in", "name", name);
    }

    /** The HTML of the shop as the browser sees it now; this is a visit. */
    private String shop() {
        return browser.get("/").asString();
    }

    private static void assertRedirect(Response response, String path) {
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.getHeader("Location")).matches("(https?://[^/]+)?" + path);
    }

    private static List<String> setCookies(Response response) {
        return response.headers().getValues("Set-Cookie");
    }

    /** All Vary headers in one: on rendered pages, Qute's content negotiation adds names of its own. */
    private static String varyOf(Response response) {
        return String.join(", ", response.headers().getValues("Vary"));
    }

    private static String withOneCharacterChanged(String cookie) {
        int middle = cookie.length() / 2;
        char changed = cookie.charAt(middle) == 'A' ? 'B' : 'A';
        return cookie.substring(0, middle) + changed + cookie.substring(middle + 1);
    }
}
