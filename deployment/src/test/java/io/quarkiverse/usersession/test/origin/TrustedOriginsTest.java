package io.quarkiverse.usersession.test.origin;

import static io.quarkiverse.usersession.test.origin.ForeignPage.COOKIE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Other origins that may use the session: by our settings, and by those of CORS. */
class TrustedOriginsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.loggingEverything(new QuarkusUnitTest())
            .overrideRuntimeConfigKey("quarkus.user-session.secret", TestApplication.SECRET)
            .overrideRuntimeConfigKey("quarkus.user-session.import.format", "remix")
            .overrideRuntimeConfigKey("quarkus.user-session.import.secrets", "s3cr3t")
            .overrideRuntimeConfigKey("quarkus.user-session.import.until", "2999-01-01")
            .overrideRuntimeConfigKey("quarkus.user-session.import.cookie-name", "_legacy")
            .overrideRuntimeConfigKey("quarkus.user-session.trusted-origins", "https://idp.test,https://pay.test")
            .overrideRuntimeConfigKey("quarkus.user-session.cross-origin.allowed-paths", "/rest/callback,/route/*")
            .overrideConfigKey("quarkus.http.cors.enabled", "true")
            .overrideConfigKey("quarkus.http.cors.origins",
                    "https://app.test,https://idp.test,/https://.*\\.pattern\\.test/,https://evil.test.pattern.test")
            .overrideConfigKey("quarkus.management.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.management.test-port", "0")
            .withApplicationRoot(jar -> jar
                    .addPackage(OriginEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage()));

    @TestHTTPResource(management = true)
    URI management;

    @ParameterizedTest
    @CsvSource({
            "https://app.test, 200", // by CORS
            "https://idp.test, 200", // by our own setting
            "https://x.pattern.test, 403" // CORS would let it in
    })
    void S42_theOriginsOfTheSettingsMayUseTheSession(String origin, int status) {
        for (String site : new String[] { "cross-site", "same-site" }) {
            assertThat(from(origin).header("Sec-Fetch-Site", site).header("Cookie", COOKIE).post("/rest/change").statusCode())
                    .isEqualTo(status);
        }
        assertThat(from(origin).header("Cookie", COOKIE).post("/rest/change").statusCode()).isEqualTo(status);
        assertThat(from(origin).post("/rest/change").statusCode()).isEqualTo(status);
    }

    @Test
    void aFrontEndOnAnotherOriginGetsItsAnswerWithCredentials() {
        Response preflight = from("https://app.test").header("Access-Control-Request-Method", "PUT").options("/rest/change");
        Response response = from("https://app.test").header("Sec-Fetch-Site", "cross-site").header("Cookie", COOKIE)
                .put("/rest/change");

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(Browser.setCookies(response)).hasSize(1);
    }

    /** An identity provider's {@code response_mode=form_post}: without a Lax cookie, and from its own origin. */
    @Test
    void anIdentityProviderPostsBack() {
        Response response = from("https://idp.test").header("Sec-Fetch-Site", "cross-site").formParam("code", "x")
                .post("/rest/change");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Browser.setCookies(response)).hasSize(1);
    }

    @Test
    void S42_anotherSystemsCookieThatIsImportedIsASessionsCookieToo() {
        int runsBefore = OriginEndpoints.RUNS.get();

        Response response = from("https://x.pattern.test").header("Cookie", "_legacy=anything").post("/rest/untouched");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(OriginEndpoints.RUNS.get()).isEqualTo(runsBefore);
    }

    @ParameterizedTest
    @CsvSource({ "/rest/callback, 200", "/rest/./callback, 200", "/route/change, 200", "/rest/change, 403",
            "/route/../rest/change, 403", "/route/%2e%2e/rest/change, 403", "/route/..;/rest/change, 403",
            "/route/%2e%2e%2frest/change, 403" })
    void S42_anAllowedPathIsOpenToAllOriginsAndNoOtherIs(String path, int status) {
        assertThat(from("https://x.pattern.test").urlEncodingEnabled(false).header("Cookie", COOKIE).post(path).statusCode())
                .isEqualTo(status);
    }

    @Test
    void anAllowedPathMayBeginASession() {
        assertThat(Browser.setCookies(from("null").header("Sec-Fetch-Site", "cross-site").post("/rest/callback"))).isEmpty();
        assertThat(Browser.setCookies(given().header("Sec-Fetch-Site", "cross-site").post("/rest/callback"))).hasSize(1);
    }

    /** There is no filter that would keep the request away from the endpoint. */
    @ParameterizedTest
    @ValueSource(strings = { COOKIE, "other=1" })
    void S42_anEndpointOfTheManagementInterfaceRunsForAnotherOriginAndChangesNoSession(String cookie) {
        int runsBefore = OriginEndpoints.RUNS.get();
        try (CapturedLog log = new CapturedLog()) {
            Response response = from("https://manage.test").header("Cookie", cookie)
                    .post(management.resolve("/managed/change"));

            assertThat(OriginEndpoints.RUNS.get()).isEqualTo(runsBefore + 1);
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(Browser.setCookies(response)).isEmpty();
            assertThat(given().header("Cookie", cookie).post(management.resolve("/managed/change")).statusCode())
                    .isEqualTo(200);
        }
    }

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }
}
