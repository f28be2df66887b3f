package io.quarkiverse.usersession.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.BrowserContext;
import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkiverse.usersession.testsupport.SelfSigned;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Response;

/** The shop in the pages of other sites: linked, embedded, and as the target of their forms. */
@ExtendWith(Chromium.class)
class OtherSitesBrowserIT {

    @AutoClose
    private static PackagedProcess lax;
    @AutoClose
    private static PackagedProcess partitioned;
    private static SelfSigned certificate;

    @BeforeAll
    static void startShops(@TempDir Path directory) throws Exception {
        certificate = SelfSigned.in(directory);
        lax = PackagedShop.start(directory, Map.of("SESSION_SECRET", SecretOfTheTests.VALUE));
        Map<String, String> embeddable = new HashMap<>(certificate.environment());
        embeddable.put("SESSION_SECRET", SecretOfTheTests.VALUE);
        embeddable.put("QUARKUS_USER_SESSION_COOKIE_SAME_SITE", "none");
        embeddable.put("QUARKUS_USER_SESSION_COOKIE_PARTITIONED", "true");
        partitioned = PackagedShop.start(directory, embeddable);
    }

    @Test
    void aLinkOfAnotherSiteLeadsIntoTheSession(BrowserContext browser) throws Exception {
        Tab tab = signedIn(browser, "http://shop.test:" + lax.port());

        try (OtherSites sites = OtherSites.http("<a href='" + tab.shop() + "'>Shop</a>")) {
            tab.page().navigate(sites.at("news.test"));
            tab.follow("Shop");

            tab.shows("Signed in as Ada Lovelace");
        }
    }

    @Test
    void anotherSiteEmbedsTheShopWithoutTheSession(@ThirdPartyCookies BrowserContext browser) throws Exception {
        Tab tab = signedIn(browser, "http://shop.test:" + lax.port());
        String session = tab.cookies().get(0).value;

        try (OtherSites sites = OtherSites.http("<iframe src='" + tab.shop() + "'></iframe>")) {
            tab.page().navigate(sites.at("news.test"));

            shows(tab.page().frameLocator("iframe"), "You are not signed in");
            assertThat(tab.cookies()).singleElement().satisfies(cookie -> assertThat(cookie.value).isEqualTo(session));
        }
    }

    @Test
    void aFormOfAnotherSiteDoesNotActForTheUser(BrowserContext browser) throws Exception {
        Tab tab = signedIn(browser, "http://shop.test:" + lax.port());

        try (OtherSites sites = OtherSites.http(
                "<form method=post action='" + tab.shop() + "/cart/bread'><button>Win</button></form>")) {
            Tab other = tab.another();
            other.page().navigate(sites.at("news.test"));
            Response response = other.page().waitForResponse(tab.shop() + "/cart/bread", () -> other.press("Win"));

            assertThat(response.status()).isEqualTo(403);
            tab.open("/");
            tab.shows("Signed in as Ada Lovelace");
            tab.doesNotShow("1 × Rye bread");
        }
    }

    @Test
    void aPartitionedSessionIsOneForEachSiteThatEmbedsTheShop(BrowserContext browser) throws Exception {
        Tab tab = signedIn(browser, "https://shop.test:" + partitioned.httpsPort());
        FrameLocator frame = tab.page().frameLocator("iframe");

        try (OtherSites sites = OtherSites.https(certificate.server(), "<iframe src='" + tab.shop() + "'></iframe>")) {
            tab.page().navigate(sites.at("news.test"));
            shows(frame, "You are not signed in", "This is your visit number 1.");
            tab.page().navigate(sites.at("news.test"));
            shows(frame, "This is your visit number 2.");

            tab.page().navigate(sites.at("blog.test"));
            shows(frame, "This is your visit number 1.");

            tab.open("/");
            tab.shows("Signed in as Ada Lovelace", "This is your visit number 2.");
        }
    }

    private static Tab signedIn(BrowserContext browser, String shop) {
        Tab tab = Tab.in(browser, shop);
        tab.open("/sign-in");
        tab.signIn("Ada Lovelace");
        tab.shows("Signed in as Ada Lovelace");
        return tab;
    }

    private static void shows(FrameLocator frame, String... texts) {
        for (String text : texts) {
            assertThat(frame.locator("body")).containsText(text);
        }
    }
}
