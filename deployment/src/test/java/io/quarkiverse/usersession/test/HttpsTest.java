package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.SelfSigned;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;

/** TLS that ends here, TLS that ends at a proxy which Quarkus has been told to trust, and HTTP/2. */
class HttpsTest {

    private static final String SECURE_COOKIE = "__session=[\\w-]+; Max-Age=31536000; Path=/; Secure; HttpOnly; SameSite=Lax";

    private static final SelfSigned CERTIFICATE = SelfSigned.in(Path.of("target"));

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .overrideConfigKey("quarkus.http.ssl.certificate.key-store-file", CERTIFICATE.keyStore().toString())
            .overrideConfigKey("quarkus.http.ssl.certificate.key-store-password", SelfSigned.PASSWORD)
            .overrideConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true");

    @TestHTTPResource(value = "/", tls = true)
    URI https;

    @Inject
    TestClock clock;

    private Browser browser;

    @BeforeEach
    void openABrowser() {
        browser = new Browser();
    }

    @AfterEach
    void repairTheClock() {
        clock.reset();
    }

    @Test
    void S20_theCookieIsSecureOverTls() {
        String set = setCookies(given().relaxedHTTPSValidation().get(https + "blocking/set?value=ada")).get(0);

        assertThat(set).matches(SECURE_COOKIE);
    }

    @Test
    void S21_theCookieIsExpiredAsSecureAsItWasSet() {
        assertThat(setCookies(given().relaxedHTTPSValidation().get(https + "blocking/destroy"))).containsExactly(
                "__session=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void S20_theCookieIsSecureBehindATrustedProxy() {
        String set = setCookies(browser.get("/blocking/set?value=ada", given().header("X-Forwarded-Proto", "https")))
                .get(0);

        assertThat(set).matches(SECURE_COOKIE);
    }

    @Test
    void S20_theCookieIsNotSecureOverPlainHttp() {
        String set = setCookies(browser.get("/blocking/set?value=ada", given().header("X-Forwarded-Proto", "http"))).get(0);

        assertThat(set).doesNotContain("Secure");
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "route", "stream" })
    void http2KeepsTheSessionAndAFailedCommitIsA500(String kind) throws Exception {
        SSLContext trustsTheCertificate = CERTIFICATE.client();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).sslContext(trustsTheCertificate).build();

        HttpResponse<String> set = get(client, kind + "/set?value=ada", "");
        String cookie = set.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
        HttpResponse<String> read = get(client, kind + "/get", cookie);
        clock.breakAfter(1);
        HttpResponse<String> failed = get(client, kind + "/set?value=grace", cookie);

        assertThat(set.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(read.body()).contains("ada");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.headers().firstValue("set-cookie")).isEmpty();
    }

    private HttpResponse<String> get(HttpClient client, String path, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(https.resolve(path)).timeout(Duration.ofSeconds(60));
        if (!cookie.isEmpty()) {
            request.header("Cookie", "other=1").header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
