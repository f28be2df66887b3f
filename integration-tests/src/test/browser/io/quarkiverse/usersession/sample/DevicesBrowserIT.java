package io.quarkiverse.usersession.sample;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.BrowserContext;
import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** A user with two browsers, one of which signs the other out. */
@ExtendWith(Chromium.class)
class DevicesBrowserIT {

    @AutoClose
    private static PackagedProcess shop;

    @BeforeAll
    static void startShop(@TempDir Path directory) throws Exception {
        shop = PackagedShop.start(directory, Map.of("SESSION_SECRET", SecretOfTheTests.VALUE));
    }

    @Test
    void aDeviceThatIsSignedOutOnAnotherOneIsNotSignedInAnyMore(BrowserContext browser) throws Exception {
        try (BrowserContext other = browser.browser().newContext()) {
            Tab laptop = signIn(browser, "Ada Lovelace");
            Tab phone = signIn(other, "Ada Lovelace");
            phone.press("Add Rye bread");
            phone.shows("1 × Rye bread");

            laptop.follow("Your devices");
            laptop.shows("Chrome on Linux", "This one");
            laptop.press("Sign out Chrome on Linux");
            laptop.showsMessage("That device is signed out");

            phone.page().reload();
            phone.shows("You are not signed in", "Your cart is empty.");
            phone.doesNotShow("Ada Lovelace");
            laptop.page().reload();
            laptop.shows("You are signed in as Ada Lovelace");
        }
    }

    @Test
    void aChangedPasswordSignsOutAllOtherDevices(BrowserContext browser) throws Exception {
        try (BrowserContext other = browser.browser().newContext()) {
            Tab laptop = signIn(browser, "Shopkeeper");
            Tab phone = signIn(other, "Shopkeeper");

            laptop.follow("Your devices");
            laptop.follow("Change your password");
            laptop.page().getByLabel("Old password").fill("open-sesame");
            laptop.page().getByLabel("New password").fill("open-barley");
            laptop.press("Change it");

            laptop.isAt("/devices");
            laptop.showsMessage("Your password is changed, and all your other devices are signed out");
            laptop.shows("This one");
            phone.follow("Back office");
            phone.isAt("/sign-in");
        }
    }

    private static Tab signIn(BrowserContext browser, String name) throws Exception {
        Tab tab = Tab.in(browser, "http://shop.test:" + shop.port());
        tab.open("/sign-in");
        tab.signIn(name, "open-sesame");
        tab.shows("Signed in as " + name);
        return tab;
    }
}
