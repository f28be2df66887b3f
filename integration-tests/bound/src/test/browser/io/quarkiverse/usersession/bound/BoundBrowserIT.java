package io.quarkiverse.usersession.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** A browser that supports device-bound sessions, over TLS with a certificate that it trusts. */
@QuarkusTest
@TestProfile(BoundBrowserIT.Tls.class)
class BoundBrowserIT {

    private static final String SESSION = "__session";
    private static final String PROOF = "__session-proof";
    private static final String REGISTER = "POST /device-bound/register";
    private static final String REFRESH = "POST /device-bound/refresh";

    private static final TrustedCertificate CERTIFICATE = TrustedCertificate.in(Path.of("target/certificates"));

    @TestHTTPResource(value = "/", tls = true)
    URI application;

    @Inject
    Requests requests;

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void start() {
        requests.forget();
        chromium = Chromium.withDeviceBoundSessions(CERTIFICATE);
        page = chromium.page();
    }

    @AfterEach
    void stop() throws Exception {
        chromium.close();
    }

    @Test
    void registersAfterARedirectFromTheLoginPageAndIsBound() {
        page.navigate(app("/account"));
        signIn("ada");

        assertThat(page.title()).isEqualTo("Account");
        assertBound("ada");
    }

    @Test
    void registersAfterASignInByAScript() {
        page.navigate(app("/login"));

        assertThat(text("fetch('/api/login?name=ada', {method: 'POST'})")).isEqualTo("signed in");

        assertBound("ada");
    }

    @Test
    void registersAfterASignInThatAnotherSiteHasPosted() {
        page.navigate("https://elsewhere.test:" + application.getPort() + "/provider?to=" + app("/login"));
        page.getByText("Go on").click();
        page.waitForURL(app("/account"));

        assertBound("ada");
        assertThat(requests.all(REGISTER)).hasSize(1);
    }

    @Test
    void requestsWaitForAProofThatHasExpired() {
        bind();
        chromium.forget(PROOF);
        requests.forget();

        Object answers = page.evaluate("Promise.all([fetch('/api/user'), fetch('/api/user'), fetch('/api/user'),"
                + " fetch('/api/order', {method: 'POST', body: 'tea'})].map(sent => sent.then(answer => answer.text())))"
                + ".then(texts => texts.join(', '))");

        assertThat(answers).isEqualTo("ada, ada, ada, ada ordered tea");
        assertThat(requests.all(REFRESH)).filteredOn(refresh -> refresh.status() == 200).hasSize(1);
        assertThat(requests.all("GET /api/user")).hasSize(3).allMatch(Requests.Seen::proof);
        assertThat(requests.all("POST /api/order")).hasSize(1).allMatch(Requests.Seen::proof);
    }

    @Test
    void aProofIsRefreshedBeforeItExpires() {
        bind();
        chromium.shorten(chromium.cookies(app("/")).get(PROOF), 60);
        String before = chromium.cookies(app("/")).get(PROOF).value;
        requests.forget();

        assertThat(text("fetch('/api/user')")).isEqualTo("ada");

        requests.await(REFRESH, refresh -> refresh.status() == 200);
        page.waitForCondition(() -> !chromium.cookies(app("/")).get(PROOF).value.equals(before));
        assertThat(text("fetch('/api/user')")).isEqualTo("ada");
    }

    @Test
    void aLinkOnAnotherSiteLeadsToThePage() {
        bind();
        chromium.forget(PROOF);
        requests.forget();

        page.navigate("https://elsewhere.test:" + application.getPort() + "/mail?to=" + app("/account"));
        page.getByText("Open").click();
        page.waitForURL(app("/account"));

        assertThat(page.textContent("h1")).isEqualTo("Account of ada");
        assertThat(requests.all("GET /account").get(0).proof()).isFalse();
        assertThat(requests.all("GET /login")).isEmpty();
    }

    @Test
    void aFrameOnASiblingHostShowsThePage() {
        bind();
        chromium.forget(PROOF);
        requests.forget();

        page.navigate("https://sibling.example.test:" + application.getPort() + "/portal?to=" + app("/account"));

        assertThat(page.frameLocator("iframe").locator("h1").textContent()).isEqualTo("Account of ada");
        assertThat(requests.all("GET /account").get(0).proof()).isFalse();
        assertThat(requests.all("GET /login")).isEmpty();
    }

    @Test
    void survivesARestartOfTheBrowser() {
        bind();
        chromium.restart();
        chromium.forget(PROOF);
        requests.forget();
        page = chromium.page();

        page.navigate(app("/account"));

        assertThat(page.textContent("h1")).isEqualTo("Account of ada");
        assertThat(requests.all(REFRESH)).isNotEmpty();
        assertThat(requests.all(REGISTER)).isEmpty();
    }

    @Test
    void signOutEndsIt() {
        bind();

        assertThat(text("fetch('/api/logout', {method: 'POST'})")).isEqualTo("signed out");
        chromium.shorten(chromium.cookies(app("/")).get(PROOF), 60); // so that the browser wants another one
        requests.forget();
        assertThat(status("fetch('/api/user')")).isEqualTo(401);
        requests.await(REFRESH, refresh -> refresh.status() == 200);
        page.waitForCondition(() -> !chromium.cookies(app("/")).containsKey(PROOF));
        page.waitForCondition(this::asksForNoProof); // the headers of the answer remove the proof, its body ends the session
    }

    private boolean asksForNoProof() {
        requests.forget();
        assertThat(status("fetch('/api/user')")).isEqualTo(401);
        return requests.all(REFRESH).isEmpty();
    }

    @Test
    void aNewSignInTakesThePlaceOfTheFormerOne() {
        bind();
        requests.forget();

        assertThat(text("fetch('/api/login?name=eve', {method: 'POST'})")).isEqualTo("signed in");

        assertBound("eve");
        for (int i = 0; i < 2; i++) {
            chromium.forget(PROOF);
            assertThat(text("fetch('/api/user')")).isEqualTo("eve");
        }
    }

    @Test
    void aBrowserWithoutSupportSeesNoDifference() throws Exception {
        try (Chromium other = Chromium.withoutDeviceBoundSessions(CERTIFICATE)) {
            page = other.page();
            page.navigate(app("/account"));
            signIn("ada");

            assertThat(page.textContent("h1")).isEqualTo("Account of ada");
            assertThat(text("fetch('/api/user')")).isEqualTo("ada");
            assertThat(other.cookies(app("/"))).containsOnlyKeys(SESSION);
            assertThat(requests.all(REGISTER)).isEmpty();
        }
    }

    private void bind() {
        page.navigate(app("/login"));
        text("fetch('/api/login?name=ada', {method: 'POST'})");
        assertBound("ada");
    }

    private void signIn(String name) {
        page.fill("input[name=name]", name);
        page.getByText("Sign in").last().click();
        page.waitForURL(app("/account"));
    }

    /** The browser is let in, and its session cookie alone lets nobody in. */
    private void assertBound(String name) {
        requests.await(REGISTER, register -> register.status() == 200);
        page.waitForCondition(() -> chromium.cookies(app("/")).containsKey(PROOF));
        assertThat(text("fetch('/api/user')")).isEqualTo(name);
        Map<String, Cookie> cookies = chromium.cookies(app("/"));
        String stolen = SESSION + "=" + cookies.get(SESSION).value;
        assertThat(elsewhere(stolen).statusCode()).isEqualTo(401);
        assertThat(elsewhere(stolen + "; " + PROOF + "=" + cookies.get(PROOF).value).asString()).isEqualTo(name);
    }

    private Response elsewhere(String cookies) {
        return given().relaxedHTTPSValidation().header("Cookie", cookies).get(application.resolve("/api/user"));
    }

    private Object text(String request) {
        return page.evaluate(request + ".then(answer => answer.text())");
    }

    private Object status(String request) {
        return page.evaluate(request + ".then(answer => answer.status)");
    }

    private String app(String path) {
        return "https://app.example.test:" + application.getPort() + path;
    }

    public static class Tls implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.ssl.certificate.key-store-file", CERTIFICATE.keyStore().toString(),
                    "quarkus.http.ssl.certificate.key-store-password", TrustedCertificate.PASSWORD,
                    "quarkus.http.test-ssl-port", "0",
                    // another site signs users in by a form that it posts there
                    "quarkus.user-session.cross-origin.allowed-paths", "/login");
        }
    }
}
