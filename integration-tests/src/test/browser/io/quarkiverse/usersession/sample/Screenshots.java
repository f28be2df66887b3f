package io.quarkiverse.usersession.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;

import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** Takes the pictures of the guide. {@code scripts/screenshots} runs it. */
final class Screenshots {

    private static final int MOST_BYTES = 100_000;
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/26.0 Mobile/15E148 Safari/604.1";

    private final Path directory;
    private final Tab tab;

    private Screenshots(Path directory, Tab tab) {
        this.directory = directory;
        this.tab = tab;
    }

    /** What to do in a browser without cookies. */
    private interface Scene {

        void take(Screenshots pictures) throws IOException;
    }

    /** @param arguments the directory for the pictures */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        try (PackagedProcess shop = PackagedShop.start(Path.of("target"), Map.of("SESSION_SECRET", SecretOfTheTests.VALUE));
                Chromium.Running chromium = Chromium.Running.start()) {
            for (Scene scene : new Scene[] { Screenshots::newVisitor, Screenshots::customer, Screenshots::customerInTheDark,
                    Screenshots::shopkeeper }) {
                try (Chromium.Opened browser = chromium.open()) {
                    scene.take(new Screenshots(directory, Tab.in(browser.context(), "http://shop.test:" + shop.port())));
                }
            }
        }
    }

    private void newVisitor() throws IOException {
        tab.open("/");
        tab.shows("You are not signed in");
        takePicture("shop-new-visitor");
    }

    private void customer() throws IOException {
        signInWithACart();
        takePicture("shop-signed-in");

        signInWithAPhone("Ada Lovelace");
        tab.follow("Your devices");
        tab.shows("This one", "Safari on iPhone");
        takePicture("devices");

        tab.press("Sign out");
        tab.shows("You are signed out");
        takePicture("signed-out");
    }

    private void customerInTheDark() throws IOException {
        tab.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        signInWithACart();
        takePicture("shop-signed-in-dark");
    }

    private void shopkeeper() throws IOException {
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

    private void signInWithAPhone(String name) {
        try (BrowserContext phone = tab.page().context().browser()
                .newContext(new Browser.NewContextOptions().setUserAgent(PHONE))) {
            Tab other = Tab.in(phone, tab.shop());
            other.open("/sign-in");
            other.signIn(name);
            other.shows("Signed in as " + name);
        }
    }

    private void takePicture(String name) throws IOException {
        Path picture = directory.resolve(name + ".png");
        tab.page().mouse().move(0, 0);
        tab.page().screenshot(new ScreenshotOptions().setPath(picture));
        long bytes = Files.size(picture);
        if (bytes > MOST_BYTES) {
            throw new IllegalStateException(picture + " is too large for the guide: " + bytes + " bytes");
        }
        System.out.println(picture);
    }
}
