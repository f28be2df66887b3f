package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usersession.testsupport.PackagedProcess;
import com.microsoft.playwright.BrowserContext;

/** Links to protected pages, where no link of another site carries the session. */
@ExtendWith(Chromium.class)
class SignInBrowserIT {

    @AutoClose
    private static PackagedProcess strict;

    @BeforeAll
    static void startShop(@TempDir Path directory) throws Exception {
        strict = PackagedShop.start(directory, Map.of("SESSION_SECRET", SecretOfTheTests.VALUE,
                "QUARKUS_USER_SESSION_COOKIE_SAME_SITE", "strict"));
    }

    @Test
    void S34_aLinkOfAnotherSiteDoesNotReplaceAStrictSession(BrowserContext browser) throws Exception {
        Tab tab = Tab.in(browser, "http://shop.test:" + strict.port());
        tab.open("/sign-in");
        tab.signIn("Shopkeeper", "open-sesame");
        tab.press("Add Rye bread");
        tab.shows("Signed in as Shopkeeper", "1 × Rye bread");

        try (OtherSites sites = OtherSites.http("<a href='" + tab.shop() + "/back-office?sort=price'>Back office</a>")) {
            tab.page().navigate(sites.at("news.test"));
            tab.follow("Back office");
        }
        tab.isAt("/sign-in");

        tab.open("/");
        tab.shows("Signed in as Shopkeeper", "1 × Rye bread");
    }

    @Test
    void S34_signingInAfterSuchALinkLeadsWhereItWantedToGo(BrowserContext browser) throws Exception {
        Tab tab = Tab.in(browser, "http://shop.test:" + strict.port());

        try (OtherSites sites = OtherSites.http("<a href='" + tab.shop() + "/back-office?sort=price'>Back office</a>")) {
            tab.page().navigate(sites.at("news.test"));
            tab.follow("Back office");
        }
        tab.isAt("/sign-in");
        tab.signIn("Shopkeeper", "open-sesame");

        tab.isAt("/back-office?sort=price");
        assertThat(tab.cookies()).extracting(cookie -> cookie.name).containsExactly("__session");
    }
}
