package io.quarkiverse.usersession.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.quarkiverse.usersession.testsupport.FreePort;

/** A browser that supports device-bound sessions while the application gets a new secret, over HTTP/2. */
class SecretRotationBrowserIT {

    private static final TrustedCertificate CERTIFICATE = TrustedCertificate.in(Path.of("target/certificates"));
    private static final String PROOF = "__session-proof";
    private static final Pattern REGISTERED = request("POST /device-bound/register HTTP/2", 200);
    private static final Pattern REFRESHED = request("POST /device-bound/refresh HTTP/2", 200);

    @Test
    void aBoundSignInMovesToTheNewSecret() throws Exception {
        int port = FreePort.withAnother(0); // the same for each secret: another one would be another origin
        String origin = "https://app.example.test:" + port;
        try (Rotation application = new Rotation(settings(port));
                Chromium chromium = Chromium.withDeviceBoundSessions(CERTIFICATE)) {
            application.oldSecret();
            application.process().httpsPort();
            Page page = chromium.page();
            page.navigate(origin + "/login");
            assertThat(text(page, "fetch('/api/login?name=ada', {method: 'POST'})")).isEqualTo("signed in");
            application.process().outputUntil(REGISTERED);
            page.waitForCondition(() -> chromium.cookies(origin).containsKey(PROOF));
            assertThat(text(page, "fetch('/api/user')")).isEqualTo("ada");

            application.newSecretAndTheOldOneAccepted();
            application.process().httpsPort();
            chromium.forget(PROOF);
            assertThat(text(page, "fetch('/api/user')")).as("while the session of the browser moves").isEqualTo("ada");
            application.process().outputUntil(REFRESHED);
            application.process().outputUntil(REGISTERED);
            page.waitForCondition(() -> chromium.cookies(origin).containsKey(PROOF));
            assertThat(text(page, "fetch('/api/user')")).isEqualTo("ada");

            application.newSecret();
            application.process().httpsPort();
            chromium.forget(PROOF);
            assertThat(text(page, "fetch('/api/user')")).isEqualTo("ada");
            assertThat(application.process().outputUntil(REFRESHED)).doesNotContainPattern(REGISTERED);
        }
    }

    private static Map<String, String> settings(int port) {
        return Map.of("QUARKUS_HTTP_SSL_PORT", String.valueOf(port),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", CERTIFICATE.keyStore().toString(),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", TrustedCertificate.PASSWORD,
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");
    }

    private static Pattern request(String line, int status) {
        return Pattern.compile(Pattern.quote("\"" + line + "\" " + status));
    }

    private static Object text(Page page, String request) {
        return page.evaluate(request + ".then(answer => answer.text())");
    }
}
