package io.quarkiverse.usersession.test.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.client.OverHttp2;
import io.quarkiverse.usersession.testing.BoundBrowser;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** With a root path, behind a proxy that takes a prefix off, where everything needs a sign-in. */
class BoundBehindPrefixesTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = BoundApplication.with()
            .overrideConfigKey("quarkus.http.root-path", "/base")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.path", "/shop")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.device-bound.path", "/auth/device")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.device-bound.allowed-refresh-initiators", "*.example.org")
            .overrideRuntimeConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true")
            .overrideRuntimeConfigKey("quarkus.http.proxy.enable-forwarded-prefix", "true")
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.all.paths", "/base/*")
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.all.policy", "authenticated")
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.sign-in.paths", "/base/sign-in")
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.sign-in.policy", "permit")
            .setLogRecordPredicate(record -> record.getMessage().startsWith("Sign-ins are not bound"))
            .assertLogRecords(errors -> assertThat(errors).hasSize(1));

    @TestHTTPResource("/login")
    URI application;

    @Test
    void aSignInIsBoundAndItsProofRefreshedThroughTheProxy() {
        BoundBrowser browser = new BoundBrowser();
        List<Response> answers = new ArrayList<>();
        OverHttp2 proxy = new OverHttp2(application, "/shop");
        String basePath = RestAssured.basePath;
        RestAssured.basePath = "";
        try {
            BoundTests.through((request, response, context) -> {
                answers.add(proxy.filter(request, response, context));
                return answers.get(answers.size() - 1);
            }, () -> {
                browser.send("POST", "/shop/base/sign-in?user=ada", given());
                JsonPath session = answers.get(1).jsonPath();
                Response first = browser.get("/shop/base/for-users");
                String stolen = browser.cookiesWithoutProof();
                Response page = BoundTests.navigate("/shop/base/for-users", stolen);
                Response refreshed = browser.dropProof().refresh();
                Response proven = BoundTests.navigate("/shop/base/for-users" + BoundTests.next(page), browser.cookies());

                assertThat(session.getString("refresh_url")).isEqualTo("/shop/base/auth/device/refresh");
                assertThat(session.getString("credentials[0].attributes")).startsWith("Path=/shop;");
                assertThat(first.asString()).isEqualTo("ada");
                assertThat(refreshed.statusCode()).isEqualTo(200);
                assertThat(refreshed.header("Set-Cookie")).startsWith("__session-proof=").contains("; Path=/shop;");
                assertThat(proven.statusCode()).isEqualTo(302);
                assertThat(URI.create(proven.header("Location"))).hasPath("/shop/base/for-users").hasNoQuery();
                assertThat(browser.get("/shop/base/for-users").asString()).isEqualTo("ada");
                assertThat(given().header("Cookie", stolen).get("/shop/base/for-users").statusCode()).isEqualTo(401);
            });
        } finally {
            RestAssured.basePath = basePath;
        }
    }

    @Test
    void theBrowserIsToldOfTheEndpointsAsItKnowsThem() {
        Response signedIn = given().header("X-Forwarded-Prefix", "/shop").post("/sign-in?user=ada");

        assertThat(signedIn.header("Secure-Session-Registration"))
                .startsWith("(ES256);path=\"/shop/base/auth/device/register\";challenge=");
    }

    @Test
    void theEndpointsNeedNoPermissionAndSendNobodyToTheLoginPage() {
        for (String path : new String[] { "/auth/device/register", "/auth/device/refresh" }) {
            Response answer = given().header("Accept", "text/html").redirects().follow(false).post(path);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
        assertThat(given().get("/open").statusCode()).isEqualTo(401);
    }

    @Test
    void nothingIsOfferedWhereTheCookieIsNotSentToTheEndpoints() {
        assertThat(given().header("X-Forwarded-Prefix", "/other").post("/sign-in?user=ada")
                .header("Secure-Session-Registration")).isNull();
        assertThat(given().post("/sign-in?user=ada").header("Secure-Session-Registration")).isNull();
    }
}
