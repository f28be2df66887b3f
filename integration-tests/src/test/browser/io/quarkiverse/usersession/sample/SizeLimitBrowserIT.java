package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;

import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkiverse.usersession.testing.TestSessions;

/**
 * What Chromium keeps is what the extension allows. The sessions come with a padding that the shop knows nothing of, and grow
 * by a byte when the number of visits gets another digit.
 */
@ExtendWith(Chromium.class)
class SizeLimitBrowserIT {

    private static final int LIMIT = 4096;
    private static final SessionCookies SESSIONS = TestSessions.withSecret(SecretOfTheTests.VALUE);

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
    void S22_aSessionAtTheLimitIsKept() {
        String padding = paddingThatFills(LIMIT, 10);
        keep(session(9, padding));
        assertThat(size(tab.cookies().get(0))).isEqualTo(LIMIT - 1);

        tab.open("/");
        tab.shows("This is your visit number 10.");
        assertThat(tab.cookies()).singleElement().satisfies(cookie -> {
            assertThat(size(cookie)).isEqualTo(LIMIT);
            assertThat(SESSIONS.open(cookie.value).data()).isEqualTo(Map.of("visits", 10, "padding", padding));
        });

        tab.page().reload();
        tab.shows("This is your visit number 11.");
    }

    @Test
    void S22_oneByteMoreIsAnErrorAndTheSessionStaysAsItWas() {
        String full = session(99, paddingThatFills(LIMIT, 99));
        keep(full);

        Response response = tab.page().navigate(tab.shop() + "/");

        assertThat(response.status()).isEqualTo(500);
        tab.doesNotShow("visit number");
        assertThat(tab.cookies()).singleElement().satisfies(cookie -> assertThat(cookie.value).isEqualTo(full));
    }

    @Test
    void S22_theLimitIsThatOfTheBrowser() {
        tab.open("/about");

        assertThat(keptWhenSetByScript(LIMIT)).isTrue();
        assertThat(keptWhenSetByScript(LIMIT + 1)).isFalse();
    }

    private boolean keptWhenSetByScript(int size) {
        tab.page().context().clearCookies();
        // read back by the script too, which sees what it has written, where the driver may look too early
        return (Boolean) tab.page().evaluate("cookie => { document.cookie = cookie; return document.cookie === cookie; }",
                "filled=" + "x".repeat(size - "filled".length()));
    }

    private void keep(String session) {
        tab.page().context().addCookies(List.of(new Cookie(SESSIONS.cookieName(), session).setUrl(tab.shop())));
    }

    private static String session(int visits, String padding) {
        return SESSIONS.cookie(Map.of("visits", visits, "padding", padding)).getValue();
    }

    /** One with which a session of so many visits makes a cookie of so many bytes. */
    private static String paddingThatFills(int size, int visits) {
        String padding = "x".repeat(size / 2);
        while (SESSIONS.cookieName().length() + session(visits, padding).length() < size) {
            padding += "x";
        }
        return padding;
    }

    /** As RFC 6265bis counts it: name and value. */
    private static int size(Cookie cookie) {
        return cookie.name.length() + cookie.value.length();
    }
}
