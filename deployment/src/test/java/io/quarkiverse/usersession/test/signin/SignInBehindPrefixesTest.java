package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** All prefixes at once: that of all pages, that of REST, and that of a proxy, which ends TLS too. */
class SignInBehindPrefixesTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with()
            .overrideConfigKey("quarkus.http.root-path", "/base")
            .overrideConfigKey("quarkus.rest.path", "/api")
            .overrideRuntimeConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true")
            .overrideRuntimeConfigKey("quarkus.http.proxy.enable-forwarded-host", "true")
            .overrideRuntimeConfigKey("quarkus.http.proxy.enable-forwarded-prefix", "true")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.login-page", "/base/api/login");

    private Browser browser;

    @BeforeEach
    void open() {
        RestAssured.basePath = "/"; // not the root path of the application, which is in the paths of this test
        browser = new Browser();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/base/api/sign-in-and-go", "/base/route/sign-in-and-go", "/base/servlet/sign-in-and-go" })
    void signInLeadsBackWithoutAProxy(String signIn) {
        Response asked = browser.get("/base/api/for-users?of=2026", SignInTests.html());

        assertThat(asked.header("Location")).isEqualTo("/base/api/login");
        assertThat(browser.get(signIn).header("Location"))
                .isEqualTo("http://localhost:" + RestAssured.port + "/base/api/for-users?of=2026");
    }

    /** Without the servlet: Quarkus looks for servlets with the prefix of the proxy in their path, and finds none. */
    @ParameterizedTest
    @ValueSource(strings = { "/base/api/sign-in-and-go", "/base/route/sign-in-and-go" })
    void signInLeadsBackBehindAProxy(String signIn) {
        Response asked = browser.get("/base/api/for-users?of=2026", forwarded());

        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.header("Location")).isEqualTo("/gateway/base/api/login");
        assertThat(browser.get(signIn, forwarded()).header("Location"))
                .isEqualTo("https://shop.example/gateway/base/api/for-users?of=2026");
    }

    @ParameterizedTest
    @ValueSource(strings = { "gateway", "/gateway/", "gateway/" })
    void thePrefixMayHaveSlashesOrNot(String prefix) {
        Response asked = browser.get("/base/route/for-users", SignInTests.html().header("X-Forwarded-Prefix", prefix));

        assertThat(asked.header("Location")).isEqualTo("/gateway/base/api/login");
    }

    @ParameterizedTest
    @ValueSource(strings = { "//evil.example", "/\\evil.example", "///evil.example", "https://evil.example" })
    void noPrefixLeadsToAnotherHost(String prefix) {
        Response asked = browser.get("/base/route/for-users", SignInTests.html().header("X-Forwarded-Prefix", prefix));

        assertThat(asked.header("Location")).doesNotStartWith("//").doesNotContain("\\").startsWith("/");
        assertThat(browser.get("/base/api/sign-in?user=ada").asString())
                .satisfiesAnyOf(location -> assertThat(location).isEqualTo("nowhere"),
                        location -> assertThat(location).startsWith("http://localhost:" + RestAssured.port + "/"));
    }

    @Test
    void aFormLeadsBackToItsPageBehindAProxy() {
        Response asked = browser.send("POST", "/base/api/for-users", forwarded()
                .header("Referer", "https://shop.example/gateway/base/api/open").formParam("text", "lost"));

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo("/gateway/base/api/login");
        assertThat(browser.get("/base/api/sign-in-and-go", forwarded()).header("Location"))
                .isEqualTo("https://shop.example/gateway/base/api/open");
    }

    @Test
    void aFormOnTheLoginPageBehindAProxyDoesNotLeadBackToIt() {
        browser.send("POST", "/base/api/for-users", forwarded()
                .header("Referer", "https://shop.example/gateway/base/api/login").formParam("text", "lost"));

        assertThat(browser.wanted()).isNull();
    }

    @Test
    void aReroutedRequestKeepsThePrefix() {
        Response asked = browser.get("/base/route/reroute-to-protected?of=2026", forwarded());

        assertThat(asked.header("Location")).isEqualTo("/gateway/base/api/login");
        assertThat(browser.get("/base/api/sign-in-and-go", forwarded()).header("Location"))
                .isEqualTo("https://shop.example/gateway/base/route/for-users");
    }

    private static RequestSpecification forwarded() {
        return SignInTests.html().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "shop.example")
                .header("X-Forwarded-Prefix", "/gateway");
    }
}
