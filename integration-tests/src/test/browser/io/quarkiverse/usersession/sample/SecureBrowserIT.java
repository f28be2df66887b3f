package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkiverse.usersession.testsupport.SelfSigned;
import com.microsoft.playwright.BrowserContext;

/** A shop that speaks HTTP and HTTPS, and a browser that has been to both. */
@ExtendWith(Chromium.class)
class SecureBrowserIT {

    @TempDir
    Path directory;

    @Test
    void aHostCookieIsKeptOverHttps(BrowserContext browser) throws Exception {
        try (PackagedProcess shop = start(Map.of("QUARKUS_USER_SESSION_COOKIE_NAME", "__Host-session"))) {
            Tab tab = Tab.in(browser, "https://shop.test:" + shop.httpsPort());
            signIn(tab);

            tab.shows("Signed in as Ada Lovelace");
            assertThat(tab.cookies()).singleElement().satisfies(cookie -> {
                assertThat(cookie.name).isEqualTo("__Host-session");
                assertThat(cookie.domain).isEqualTo("shop.test");
                assertThat(cookie.secure).isTrue();
                assertThat(cookie.httpOnly).isTrue();
            });
        }
    }

    @Test
    void S20_aSessionFromHttpsIsNeitherSentNorReplacedOverHttp(BrowserContext browser) throws Exception {
        try (PackagedProcess shop = start(Map.of())) {
            Tab https = Tab.in(browser, "https://shop.test:" + shop.httpsPort());
            signIn(https);
            https.shows("Signed in as Ada Lovelace");

            Tab http = Tab.in(browser, "http://shop.test:" + shop.port());
            http.open("/");

            http.shows("You are not signed in");
            https.page().reload();
            https.shows("Signed in as Ada Lovelace", "This is your visit number 2.");
        }
    }

    @Test
    void S20_aCookieThatIsAlwaysSecureIsNotKeptOverHttp(BrowserContext browser) throws Exception {
        try (PackagedProcess shop = start(Map.of("QUARKUS_USER_SESSION_COOKIE_SECURE", "always"))) {
            Tab http = Tab.in(browser, "http://shop.test:" + shop.port());
            http.open("/");
            http.page().reload();

            http.shows("This is your visit number 1.");
            assertThat(browser.cookies()).isEmpty();
        }
    }

    private PackagedProcess start(Map<String, String> settings) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(SelfSigned.in(directory).environment());
        environment.put("SESSION_SECRET", SecretOfTheTests.VALUE);
        return PackagedShop.start(directory, environment);
    }

    private static void signIn(Tab tab) {
        tab.open("/sign-in");
        tab.signIn("Ada Lovelace");
    }
}
