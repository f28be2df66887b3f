package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.BrowserContext;
import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkiverse.usersession.testsupport.SelfSigned;
import com.microsoft.playwright.options.Cookie;

/**
 * Domain, path or partition of the cookie are changed while a user is signed in, and changed back. Other applications of the
 * host and its domain have cookies of the same name.
 */
@ExtendWith(Chromium.class)
class ChangedScopeBrowserIT {

    private static final String HOST = "www.corner.test";

    @AutoClose
    private static Gateway gateway;
    @AutoClose
    private static PackagedProcess initial;
    @AutoClose
    private static PackagedProcess domain;
    @AutoClose
    private static PackagedProcess path;
    @AutoClose
    private static PackagedProcess partitioned;

    private BrowserContext browser;
    private Tab tab;

    @BeforeAll
    static void startShops(@TempDir Path directory) throws Exception {
        gateway = Gateway.start(SelfSigned.in(directory).server());
        initial = shop(directory, Map.of());
        domain = shop(directory, Map.of("QUARKUS_USER_SESSION_COOKIE_DOMAIN", "corner.test"));
        path = shop(directory, Map.of("QUARKUS_USER_SESSION_COOKIE_PATH", "/shop"));
        partitioned = shop(directory, Map.of("QUARKUS_USER_SESSION_COOKIE_PARTITIONED", "true"));
    }

    private static PackagedProcess shop(Path directory, Map<String, String> settings) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SESSION_SECRET", SecretOfTheTests.VALUE);
        environment.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        environment.put("QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true");
        environment.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
        environment.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_PREFIX", "true");
        return PackagedShop.start(directory, environment);
    }

    @BeforeEach
    void openTab(BrowserContext browser) {
        this.browser = browser;
        browser.addCookies(List.of(
                new Cookie("__session", "another-1").setDomain(HOST).setPath("/shop/").setSecure(true),
                new Cookie("__session", "another-2").setDomain(".corner.test").setPath("/shop").setSecure(true),
                new Cookie("__session", "another-3").setDomain(HOST).setPath("/shop/sign-out").setSecure(true)));
        tab = Tab.in(browser, "https://" + HOST + ":" + gateway.port());
    }

    @Test
    void S36_fromHostOnlyToDomainAndBack() throws Exception {
        theSessionGoesOn(initial, domain);
        aSignOutIsOne(initial, domain);
        aSignOutIsOne(domain, initial);
    }

    @Test
    void S36_fromTheRootToAPathAndBack() throws Exception {
        theSessionGoesOn(initial, path);
        aSignOutIsOne(initial, path);
        aSignOutIsOne(path, initial);
    }

    @Test
    void S36_fromUnpartitionedToPartitionedAndBack() throws Exception {
        theSessionGoesOn(initial, partitioned);
        aSignOutIsOne(initial, partitioned);
        aSignOutIsOne(partitioned, initial);
    }

    @Test
    void S36_allAtOnceAndBack() throws Exception {
        theSessionGoesOn(domain, path);
        aSignOutIsOne(domain, path);
        aSignOutIsOne(path, domain);
        aSignOutIsOne(path, partitioned);
        aSignOutIsOne(partitioned, domain);
    }

    private void theSessionGoesOn(PackagedProcess before, PackagedProcess after) throws Exception {
        signIn(before);
        visit(2);

        gateway.to(after);
        visit(3);
        visit(4);
        assertThat(own()).hasSize(1);

        gateway.to(before);
        visit(5);
        visit(6);
        assertThat(own()).hasSize(1);
        post("/shop/sign-out", "");
        isSignedOut();
    }

    private void aSignOutIsOne(PackagedProcess before, PackagedProcess after) throws Exception {
        signIn(before);

        gateway.to(after);
        post("/shop/sign-out", "");

        assertThat(own()).isEmpty();
        isSignedOut();
    }

    private void signIn(PackagedProcess shop) throws Exception {
        assertThat(own()).isEmpty();
        gateway.to(shop);
        tab.open("/shop/about");
        post("/shop/sign-in", "name=Ada+Lovelace");
        visit(1);
    }

    private void visit(int number) {
        tab.open("/shop/");
        tab.shows("Signed in as Ada Lovelace", "This is your visit number " + number + ".");
        assertThat(others()).containsExactlyInAnyOrder("another-1", "another-2", "another-3");
    }

    private void isSignedOut() {
        tab.open("/shop/");
        tab.shows("You are not signed in", "This is your visit number 1.");
        assertThat(others()).containsExactlyInAnyOrder("another-1", "another-2", "another-3");
        post("/shop/sign-out", ""); // that visit has begun a session
    }

    /** As a form does, but wherever its page is. */
    private void post(String path, String form) {
        tab.page().evaluate("([path, form]) => fetch(path, {method: 'POST', body: form, redirect: 'manual',"
                + " headers: {'Content-Type': 'application/x-www-form-urlencoded'}}).then(response => response.type)",
                List.of(path, form));
    }

    private List<Cookie> own() {
        return browser.cookies().stream().filter(cookie -> !isAnothers(cookie)).toList();
    }

    private List<String> others() {
        return browser.cookies().stream().filter(ChangedScopeBrowserIT::isAnothers).map(cookie -> cookie.value).toList();
    }

    private static boolean isAnothers(Cookie cookie) {
        return cookie.value.startsWith("another-");
    }
}
