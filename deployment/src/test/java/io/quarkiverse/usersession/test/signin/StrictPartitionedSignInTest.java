package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import jakarta.enterprise.event.Observes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.vertx.http.ManagementInterface;
import io.restassured.response.Response;

/** A strict, partitioned and prefixed cookie of a narrower path, no cache headers, and a management interface. */
class StrictPartitionedSignInTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with(Management.class)
            .overrideConfigKey("quarkus.management.enabled", "true")
            .overrideConfigKey("quarkus.management.auth.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.management.test-port", "0")
            .overrideRuntimeConfigKey("quarkus.management.auth.permission.all.paths", "/*")
            .overrideRuntimeConfigKey("quarkus.management.auth.permission.all.policy", "authenticated")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.name", "__Secure-shop")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.same-site", "strict")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.partitioned", "true")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.domain", "shop.example")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.http-only", "false")
            .overrideRuntimeConfigKey("quarkus.user-session.cache-headers", "false");

    @TestHTTPResource(management = true)
    URI management;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser("__Secure-shop");
    }

    @Test
    void theWantedLocationHasTheScopeOfTheSessionAndIsNeverStricterThanLax() {
        Response response = browser.get("/for-users", SignInTests.html());

        assertThat(setCookies(response)).singleElement().asString().startsWith("__Secure-shop-wanted=")
                .endsWith("; Max-Age=600; Path=/; Domain=shop.example; Secure; HttpOnly; SameSite=Lax; Partitioned");
        assertThat(response.header("Cache-Control")).isNull();
        assertThat(setCookies(browser.get("/sign-in?user=ada"))).contains("__Secure-shop-wanted=; Max-Age=0;"
                + " Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; Domain=shop.example; Secure; HttpOnly; SameSite=Lax; Partitioned");
    }

    @Test
    void aFrameHasAWantedLocationOfItsOwn() {
        browser.get("/for-users?of=2026",
                SignInTests.html().header("Sec-Fetch-Mode", "navigate").header("Sec-Fetch-Dest", "iframe"));

        assertThat(browser.get("/sign-in?user=ada").asString()).endsWith("/for-users?of=2026");
    }

    @Test
    void theManagementInterfaceSendsNobodyToALoginPage() {
        String managed = management.resolve("/managed").toString();

        Response page = browser.get(managed, SignInTests.html());
        Response program = given().auth().preemptive().basic("robot", "beep").get(managed);

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.header("Location")).isNull();
        assertThat(setCookies(page)).isEmpty();
        assertThat(program.asString()).isEqualTo("managed");
    }

    public static class Management {

        void routes(@Observes ManagementInterface management) {
            management.router().get("/managed").handler(rc -> rc.end("managed"));
        }
    }
}
