package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** Takes the pictures of the guide, into the directory that {@code -Dscreenshots} names. */
@ExtendWith(Chromium.class)
class ScreenshotsBrowserIT {

    private static final Path GUIDE = Path.of("../docs/modules/ROOT/assets/images");
    private static final Path DIRECTORY = Path.of(System.getProperty("screenshots", "target/screenshots"));

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
    void aNewVisitor() throws IOException {
        tab.open("/");
        tab.shows("You are not signed in");
        takePicture("shop-new-visitor");
    }

    @Test
    void aCustomer() throws IOException {
        signInWithACart();
        takePicture("shop-signed-in");

        tab.press("Sign out");
        tab.shows("You are signed out");
        takePicture("signed-out");
    }

    @Test
    void aCustomerInTheDark() throws IOException {
        tab.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        signInWithACart();
        takePicture("shop-signed-in-dark");
    }

    @Test
    void theShopkeeper() throws IOException {
        tab.open("/back-office?sort=price");
        tab.shows("Sign in");
        takePicture("sign-in");

        tab.signIn("Shopkeeper", "open-sesame");
        tab.shows("You are Shopkeeper");
        takePicture("back-office");
    }

    private void signInWithACart() {
        tab.open("/sign-in");
        tab.signIn("Ada Lovelace");
        for (String product : new String[] { "Rye bread", "Coffee, 250 g", "Rye bread" }) {
            tab.press("Add " + product);
            tab.showsMessage(product + ": one added to your cart");
        }
        tab.shows("2 × Rye bread");
    }

    private void takePicture(String name) throws IOException {
        Path picture = DIRECTORY.resolve(name + ".png");
        tab.page().mouse().move(0, 0);
        tab.page().screenshot(new ScreenshotOptions().setPath(picture));
        assertThat(Files.size(picture)).as("bytes of %s", picture).isLessThan(100_000);
        assertThat(GUIDE.resolve(name + ".png")).as("the picture of the guide").exists();
    }
}
