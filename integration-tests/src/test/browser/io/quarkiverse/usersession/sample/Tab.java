package io.quarkiverse.usersession.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;

/**
 * A tab of the browser with a shop in it.
 *
 * @param shop what the addresses of its pages begin with
 */
record Tab(Page page, String shop) {

    static Tab in(BrowserContext browser, String shop) {
        browser.setDefaultTimeout(Chromium.PATIENCE_MILLISECONDS);
        return new Tab(browser.newPage(), shop);
    }

    /** Another tab of the same browser. */
    Tab another() {
        return new Tab(page.context().newPage(), shop);
    }

    /** By the address bar. */
    void open(String path) {
        page.navigate(shop + path);
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link).setExact(true)).first().click();
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
    }

    void signIn(String name) {
        signIn(name, "");
    }

    /** On the page to sign in, which is there already. */
    void signIn(String name, String password) {
        page.getByLabel("Your name").fill(name);
        page.getByLabel("Password").fill(password);
        press("Sign in");
    }

    void isAt(String path) {
        assertThat(page).hasURL(shop + path);
    }

    void shows(String... texts) {
        for (String text : texts) {
            assertThat(page.locator("body")).containsText(text);
        }
    }

    void doesNotShow(String... texts) {
        for (String text : texts) {
            assertThat(page.locator("body")).not().containsText(text);
        }
    }

    void showsMessage(String message) {
        assertThat(page.getByRole(AriaRole.STATUS)).hasText(message);
    }

    void showsNoMessage() {
        assertThat(page.getByRole(AriaRole.STATUS)).hasCount(0);
    }

    /** The cookies that the browser sends to the shop. */
    List<Cookie> cookies() {
        return page.context().cookies(shop);
    }
}
