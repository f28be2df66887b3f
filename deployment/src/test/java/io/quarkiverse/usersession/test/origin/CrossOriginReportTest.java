package io.quarkiverse.usersession.test.origin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.client.RawConnection;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** With {@code report} everything goes on as without the guard, in front of a proxy that Quarkus does not trust. */
class CrossOriginReportTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.loggingEverything(new QuarkusUnitTest())
            .overrideRuntimeConfigKey("quarkus.user-session.secret", TestApplication.SECRET)
            .overrideRuntimeConfigKey("quarkus.user-session.cross-origin", "report")
            .overrideConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true")
            .overrideConfigKey("quarkus.http.proxy.enable-forwarded-host", "true")
            .overrideConfigKey("quarkus.http.proxy.trusted-proxies", "192.0.2.1")
            .withApplicationRoot(jar -> jar
                    .addPackage(OriginEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage()));

    @ParameterizedTest
    @ValueSource(strings = { "rest", "route", "servlet" })
    void aRequestOfAnotherOriginIsLetThroughWithAWarning(String kind) {
        String origin = "https://" + kind + ".test";
        try (CapturedLog log = new CapturedLog()) {
            Response response = given().header("Origin", origin).header("Sec-Fetch-Site", "cross-site")
                    .header("Cookie", ForeignPage.COOKIE).post("/" + kind + "/change");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Browser.setCookies(response)).hasSize(1);
            assertThat(log.messages("WARN")).singleElement().asString()
                    .startsWith("POST /" + kind + "/change from another origin, '" + origin
                            + "', was let through although it has a session cookie")
                    .contains("add it to quarkus.user-session.trusted-origins");
        }
    }

    @Test
    void aSessionThatItBeginsIsReportedToo() {
        try (CapturedLog log = new CapturedLog()) {
            Response response = given().header("Origin", "https://login.test").header("Sec-Fetch-Site", "cross-site")
                    .post("/rest/change");

            assertThat(Browser.setCookies(response)).hasSize(1);
            assertThat(log.messages("WARN")).singleElement().asString()
                    .contains("was let through although it would change session 'default'");
        }
    }

    @Test
    void S42_whatAnUntrustedProxyForwardsIsNotBelieved() throws IOException {
        try (CapturedLog log = new CapturedLog(); RawConnection connection = new RawConnection(RestAssured.port)) {
            connection.ask("POST", "/rest/change", "Host: backend", "Origin: https://forwarded.test",
                    "X-Forwarded-Host: forwarded.test", "Cookie: " + ForeignPage.COOKIE, "Content-Length: 0");

            assertThat(log.messages("WARN")).singleElement().asString().contains("another origin, 'https://forwarded.test'")
                    .contains("a proxy that Quarkus does not trust, or that does not forward the host, has replaced the Host"
                            + " header with 'backend'",
                            "add its address to quarkus.http.proxy.trusted-proxies");
        }
    }
}
