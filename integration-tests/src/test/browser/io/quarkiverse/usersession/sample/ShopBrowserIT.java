package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page.GoBackOptions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.quarkiverse.usersession.testsupport.PackagedProcess;
import com.microsoft.playwright.options.WaitUntilState;

/** What visitors of the shop see and keep in their browser. */
@ExtendWith(Chromium.class)
class ShopBrowserIT {

    @AutoClose
    private static PackagedProcess shop;

    private Tab tab;

    @BeforeAll
    static void startShop(@TempDir Path directory) throws Exception {
        shop = PackagedShop.start(directory, Map.of("SESSION_SECRET", SecretOfTheTests.VALUE));
    }

    @BeforeEach
    void openTab(BrowserContext browser) throws Exception {
        tab = Tab.in(browser, "http://shop.test:" + shop.port());
    }

    @Test
    void visitsAreCounted() {
        tab.open("/");
        tab.shows("This is your visit number 1.");

        tab.page().reload();

        tab.shows("This is your visit number 2.");
    }

    @Test
    void whoSignsInIsGreetedOnce() {
        signIn("Ada Lovelace");
        tab.shows("Signed in as Ada Lovelace");
        tab.showsMessage("Welcome, Ada Lovelace");

        tab.page().reload();

        tab.shows("Signed in as Ada Lovelace");
        tab.showsNoMessage();
    }

    @Test
    void aReloadAddsNothingToTheCart() {
        tab.open("/");
        tab.press("Add Rye bread");
        tab.showsMessage("Rye bread: one added to your cart");
        tab.press("Add Rye bread");
        tab.shows("2 × Rye bread", "€8.40");
        tab.showsMessage("Rye bread: one added to your cart");

        tab.page().reload();

        tab.shows("2 × Rye bread");
        tab.showsNoMessage();
        tab.press("Remove Rye bread");
        tab.shows("Your cart is empty.");
    }

    @Test
    void onAPhoneTextHasRoomAndNothingIsWiderThanTheScreen() {
        tab.page().setViewportSize(320, 640);
        tab.open("/");
        tab.press("Add Beeswax candles, a pair");
        tab.showsMessage("Beeswax candles, a pair: one added to your cart");
        fitsThePhone();
        tab.open("/back-office");
        tab.signIn("Shopkeeper", "open-sesame");
        tab.showsMessage("Welcome, Shopkeeper");
        fitsThePhone();
        tab.open("/devices");
        fitsThePhone();
    }

    private void fitsThePhone() {
        tab.page().waitForLoadState(); // with its style sheets
        assertThat(tab.page().evaluate("document.documentElement.scrollWidth")).as("%s", tab.page().url()).isEqualTo(320);
        assertThat(tab.page().evaluate("""
                [...document.querySelectorAll('li')].every(line =>
                    line.firstElementChild.clientWidth > line.clientWidth * 0.9)""")).as("%s", tab.page().url()).isEqualTo(true);
    }

    @Test
    void theCookieIsForTheServerOnlyAndForAYear() {
        signIn("Ada Lovelace");
        tab.shows("Signed in as Ada Lovelace");

        assertThat(tab.page().evaluate("document.cookie")).isEqualTo("");
        assertThat(tab.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.name).isEqualTo("__session");
            assertThat(cookie.domain).isEqualTo("shop.test"); // without a dot in front: for this host only
            assertThat(cookie.path).isEqualTo("/");
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.secure).isFalse();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(expiry(cookie)).isCloseTo(Instant.now().plus(Duration.ofDays(365)), within(5, ChronoUnit.MINUTES));
        });
    }

    @Test
    void nothingIsLeftAfterSignOut() {
        signIn("Ada Lovelace");
        tab.press("Add Rye bread");
        tab.shows("1 × Rye bread");

        tab.press("Sign out");

        tab.isAt("/signed-out");
        assertThat(tab.cookies()).isEmpty();
        tab.follow("Back to the shop");
        tab.shows("You are not signed in", "Your cart is empty.", "This is your visit number 1.");
    }

    @Test
    void theBackButtonShowsNothingPrivateAfterSignOut() {
        tab.open("/back-office");
        tab.signIn("Shopkeeper", "open-sesame");
        tab.shows("You are Shopkeeper");
        tab.follow("Shop");
        tab.shows("Signed in as Shopkeeper");
        tab.press("Sign out");
        tab.shows("You are signed out");

        goBack();
        tab.isAt("/");
        tab.shows("You are not signed in");

        goBack();
        tab.isAt("/sign-in"); // where whoever asks for the back office is sent to
        tab.doesNotShow("Shopkeeper");
    }

    @Test
    void tabsShareTheSession() {
        signIn("Ada Lovelace");
        tab.shows("Signed in as Ada Lovelace");
        Tab other = tab.another();
        other.open("/");
        other.shows("Signed in as Ada Lovelace");

        other.press("Add Rye bread");
        other.shows("1 × Rye bread");
        tab.page().reload();
        tab.shows("1 × Rye bread");

        tab.press("Sign out");
        tab.shows("You are signed out");
        other.press("Add Rye bread");
        other.shows("You are not signed in", "1 × Rye bread");
    }

    @Test
    void theBackOfficeAsksWhoItIsAndIsShownThen() {
        tab.open("/back-office?sort=price");
        tab.isAt("/sign-in");
        tab.signIn("Shopkeeper", "wrong");
        tab.shows("don't go together");

        tab.signIn("Shopkeeper", "open-sesame");

        tab.isAt("/back-office?sort=price");
        tab.shows("You are Shopkeeper", "In the order of the shelf");
    }

    private void signIn(String name) {
        tab.open("/");
        tab.follow("Sign in");
        tab.signIn(name);
    }

    private void goBack() {
        // A page that Chromium has kept would never load again
        tab.page().goBack(new GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    private static Instant expiry(Cookie cookie) {
        return Instant.ofEpochSecond(cookie.expires.longValue());
    }
}
