package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;

import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** Users whose sign-in is too old to change the password sign in again, and come back. */
@ExtendWith(Chromium.class)
class PasswordBrowserIT {

    private static final String PAGE = "/back-office/password";

    @AutoClose
    private static PackagedProcess shop;

    private final SessionCookies shopkeeper = TestSessions.withSecret(SecretOfTheTests.VALUE).signedIn("Shopkeeper", "admin");

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
    void thePageComesAfterAnotherSignInWithTheDataAndANewId() {
        haveSignedIn(Duration.ofMinutes(6));
        OpenedSession before = session();

        tab.open(PAGE);
        tab.isAt("/sign-in");
        tab.open("/");
        tab.shows("Signed in as Shopkeeper");
        tab.open("/sign-in");
        tab.signIn("Shopkeeper", "open-sesame");

        tab.isAt(PAGE);
        tab.shows("Change your password");
        assertThat(session().data()).containsKey("visits");
        assertThat(session().id()).isNotEqualTo(before.id());
        assertThat(session().signInId()).isNotEqualTo(before.signInId());
        assertThat(tab.cookies()).extracting(cookie -> cookie.name).containsExactly("__session");
    }

    @Test
    void aFormThatWasFilledInForTooLongLeadsBackToItsPage() {
        haveSignedIn(Duration.ofMinutes(4));
        tab.open(PAGE);
        fillIn();
        haveSignedIn(Duration.ofMinutes(11)); // as the time goes by

        tab.press("Change it");
        tab.isAt("/sign-in");
        tab.signIn("Shopkeeper", "open-sesame");

        tab.isAt(PAGE);
        fillIn();
        tab.press("Change it");
        tab.showsMessage("The old password is wrong");
    }

    private void fillIn() {
        tab.page().getByLabel("Old password").fill("open-barley");
        tab.page().getByLabel("New password").fill("open-wheat-field");
    }

    private void haveSignedIn(Duration ago) {
        tab.page().context().addCookies(List.of(new Cookie(shopkeeper.cookieName(),
                shopkeeper.issuedAgo(ago).cookie(Map.of("visits", 3)).getValue()).setUrl(tab.shop())));
    }

    private OpenedSession session() {
        return shopkeeper.open(tab.cookies().get(0).value);
    }
}
