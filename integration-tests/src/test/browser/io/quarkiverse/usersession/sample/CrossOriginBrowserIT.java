package io.quarkiverse.usersession.sample;

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
import com.microsoft.playwright.Response;
import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkiverse.usersession.testsupport.SelfSigned;

/**
 * Forms on the pages of other origins, over HTTPS: Chromium sends Fetch Metadata there, and tells nothing but the origin to a
 * shop that speaks plain HTTP.
 */
@ExtendWith(Chromium.class)
class CrossOriginBrowserIT {

    private static final String SIBLING = "blog.shop.test";
    private static final String OTHER = "news.test";

    /** Its forms are sent to what stands behind the number sign of its address. */
    private static final String PAGE = "<form method=post><input name=name value=Mallory><button>Win</button></form>"
            + "<script>document.forms[0].action = location.hash.substring(1)</script>";

    @AutoClose
    private static OtherSites sites;
    @AutoClose
    private static OtherSites trusted;
    @AutoClose
    private static PackagedProcess process;
    private static String shop;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        SelfSigned certificate = SelfSigned.in(directory);
        sites = OtherSites.https(certificate.server(), PAGE);
        trusted = OtherSites.https(certificate.server(), PAGE);
        Map<String, String> environment = new HashMap<>(certificate.environment());
        environment.put("SESSION_SECRET", SecretOfTheTests.VALUE);
        environment.put("QUARKUS_USER_SESSION_TRUSTED_ORIGINS", withoutSlash(trusted.at(OTHER)));
        process = PackagedShop.start(directory, environment);
        shop = "https://shop.test:" + process.httpsPort();
    }

    /** Its form brings the cookie: it is the same site, so SameSite=Lax lets it pass. */
    @Test
    void S42_aSiblingHostDoesNotActForTheUser(BrowserContext browser) {
        Tab tab = signedIn(browser, shop);

        Response response = win(tab, sites.at(SIBLING), shop + "/cart/bread");

        assertThat(response.request().allHeaders()).containsEntry("sec-fetch-site", "same-site").containsKey("cookie");
        assertThat(response.status()).isEqualTo(403);
        isUnchanged(tab);
    }

    @Test
    void S42_anotherSiteSignsNobodyIn(BrowserContext browser) {
        Tab tab = Tab.in(browser, shop);

        Response response = win(tab, sites.at(OTHER), shop + "/sign-in");

        assertThat(response.request().allHeaders()).containsEntry("sec-fetch-site", "cross-site").doesNotContainKey("cookie");
        assertThat(response.status()).isEqualTo(403);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void S42_anotherSiteDoesNotReplaceTheSessionOfAUser(BrowserContext browser) {
        Tab tab = signedIn(browser, shop);

        assertThat(win(tab, sites.at(OTHER), shop + "/sign-in").status()).isEqualTo(403);
        assertThat(win(tab, sites.at(OTHER), shop + "/sign-out").status()).isEqualTo(403);

        isUnchanged(tab);
    }

    @Test
    void S42_anotherSiteIsRefusedOverPlainHttpToo(BrowserContext browser) throws Exception {
        String plain = "http://shop.test:" + process.port();
        Tab tab = signedIn(browser, plain);

        try (OtherSites plainSites = OtherSites.http(PAGE)) {
            Response sibling = win(tab, plainSites.at(SIBLING), plain + "/cart/bread");
            Response other = win(tab, plainSites.at(OTHER), plain + "/sign-in");

            assertThat(sibling.request().allHeaders()).doesNotContainKey("sec-fetch-site").containsKey("cookie");
            assertThat(sibling.status()).isEqualTo(403);
            assertThat(other.status()).isEqualTo(403);
            isUnchanged(tab);
        }
    }

    @Test
    void aTrustedSiteSignsAUserIn(BrowserContext browser) {
        Tab tab = Tab.in(browser, shop);

        Response response = win(tab, trusted.at(OTHER), shop + "/sign-in");

        assertThat(response.status()).isEqualTo(303);
        tab.open("/");
        tab.shows("Signed in as Mallory");
    }

    @Test
    void theShopsOwnFormsWork(BrowserContext browser) throws Exception {
        for (String address : new String[] { "http://shop.test:" + process.port(), shop }) {
            Tab tab = signedIn(browser, address);
            tab.press("Sign out");
            tab.shows("You are signed out");
            tab.open("/");
            tab.shows("You are not signed in");
        }
    }

    private static Tab signedIn(BrowserContext browser, String address) {
        Tab tab = Tab.in(browser, address);
        tab.open("/sign-in");
        tab.signIn("Ada Lovelace");
        tab.shows("Signed in as Ada Lovelace");
        return tab;
    }

    /** What the form on that page is answered with, in a tab of its own. */
    private static Response win(Tab tab, String page, String action) {
        Tab other = tab.another();
        other.page().navigate(page + "#" + action);
        return other.page().waitForResponse(action, () -> other.press("Win"));
    }

    private static void isUnchanged(Tab tab) {
        tab.open("/");
        tab.shows("Signed in as Ada Lovelace");
        tab.doesNotShow("1 × Rye bread", "Mallory");
    }

    private static String withoutSlash(String address) {
        return address.substring(0, address.length() - 1);
    }
}
