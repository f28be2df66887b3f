package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkiverse.usersession.testsupport.SelfSigned;
import com.microsoft.playwright.BrowserContext;

/** S21: the cookie of the shop that was there before, on the same host, is gone from the browser once it has been taken over. */
@ExtendWith(Chromium.class)
class ImportBrowserIT {

    // {"userName":"Grace Hopper"}, signed with "abcdef1234" as Remix does
    private static final String REMIX_SESSION = "eyJ1c2VyTmFtZSI6IkdyYWNlIEhvcHBlciJ9.iPijrZCsW%2BHY74hqd%2BsWX%2Bsim7TY63q5909wL%2FgLvNw";

    private static final String SECURE = "; Path=/; HttpOnly; Secure; SameSite=None; Max-Age=10000";
    private static final String PARTITIONED = SECURE + "; Partitioned";

    private static final Map<String, String> OURS_PARTITIONED = Map.of("QUARKUS_USER_SESSION_COOKIE_SAME_SITE", "none",
            "QUARKUS_USER_SESSION_COOKIE_PARTITIONED", "true");

    @TempDir
    Path directory;

    private SelfSigned certificate;

    @BeforeEach
    void makeCertificate() throws Exception {
        certificate = SelfSigned.in(directory);
    }

    @Test
    void aPartitionedCookieOfAnotherNameIsGone(BrowserContext browser) throws Exception {
        isTakenOverAndGoneAfterSignOut(browser, "_old", PARTITIONED, Map.of());
    }

    @Test
    void anUnpartitionedCookieOfAnotherNameIsGone(BrowserContext browser) throws Exception {
        isTakenOverAndGoneAfterSignOut(browser, "_old", SECURE, OURS_PARTITIONED);
    }

    @Test
    void aHostCookieIsGone(BrowserContext browser) throws Exception {
        isTakenOverAndGoneAfterSignOut(browser, "__Host-old", SECURE, Map.of());
    }

    @Test
    void aPartitionedHostCookieIsGone(BrowserContext browser) throws Exception {
        isTakenOverAndGoneAfterSignOut(browser, "__Host-old", PARTITIONED, Map.of());
    }

    @Test
    void anUnpartitionedCookieOfTheSameNameMakesWayForOursInAPartition(BrowserContext browser) throws Exception {
        isTakenOverAndGoneAfterSignOut(browser, "__session", SECURE, OURS_PARTITIONED);
    }

    @Test
    void aPartitionedCookieOfTheSameNameMakesWayForOurs(BrowserContext browser) throws Exception {
        isTakenOverAndGoneAfterSignOut(browser, "__session", PARTITIONED, Map.of());
    }

    @Test
    void aPartitionedCookieOfTheSameNameIsReplacedByOurs(BrowserContext browser) throws Exception {
        isTakenOverAndGoneAfterSignOut(browser, "__session", PARTITIONED, OURS_PARTITIONED);
    }

    private void isTakenOverAndGoneAfterSignOut(BrowserContext browser, String name, String attributes,
            Map<String, String> settings) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(certificate.environment());
        environment.putAll(Map.of("SESSION_SECRET", SecretOfTheTests.VALUE,
                "QUARKUS_USER_SESSION_IMPORT_FORMAT", "remix",
                "QUARKUS_USER_SESSION_IMPORT_SECRETS", "abcdef1234",
                "QUARKUS_USER_SESSION_IMPORT_UNTIL", "2099-12-31",
                "QUARKUS_USER_SESSION_IMPORT_COOKIE_NAME", name));
        try (PackagedProcess shop = PackagedShop.start(directory, environment);
                OtherSites before = OtherSites.https(certificate.server(), "The shop before",
                        name + "=" + REMIX_SESSION + attributes)) {
            Tab tab = Tab.in(browser, "https://shop.test:" + shop.httpsPort());
            tab.page().navigate(before.at("shop.test"));
            assertThat(tab.cookies()).singleElement().satisfies(cookie -> assertThat(cookie.name).isEqualTo(name));

            tab.open("/");
            tab.shows("Signed in as Grace Hopper");
            assertThat(tab.cookies()).as("ours alone").singleElement()
                    .satisfies(cookie -> assertThat(cookie.name).isEqualTo("__session"))
                    .satisfies(cookie -> assertThat(cookie.value).isNotEqualTo(REMIX_SESSION));
            // the shop before is still there, and sets its cookie again
            tab.page().navigate(before.at("shop.test"));
            assertThat(tab.cookies()).anyMatch(cookie -> cookie.value.equals(REMIX_SESSION));
            tab.open("/");
            tab.shows("Signed in as Grace Hopper");
            tab.press("Sign out");
            tab.shows("You are signed out");
            assertThat(tab.cookies()).isEmpty();
            tab.open("/");
            tab.shows("You are not signed in");
        }
    }
}
