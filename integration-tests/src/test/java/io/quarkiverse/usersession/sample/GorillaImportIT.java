package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** The packaged shop takes over the session that the guide shows, as KongFlow writes it: in Go's gob. */
@QuarkusIntegrationTest
@TestProfile(GorillaImportIT.FromKongflow.class)
class GorillaImportIT {

    private static final Pattern COOKIE = Pattern.compile("curl -i -b \"__session=(MT[\\w=-]+)\"");
    private static final Path REQUEST = Path.of("../docs/modules/ROOT/examples/import/gorilla-request.sh");

    public static class FromKongflow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.user-session.import.format", "gorilla",
                    "quarkus.user-session.import.secrets", "abcdef1234",
                    "quarkus.user-session.import.max-age", "36500D",
                    "quarkus.user-session.import.until", "2099-12-31",
                    "quarkus.user-session.import.keys.\"username\"", "userName");
        }
    }

    @Test
    void aCookieOfKongflowSignsTheVisitorInAndBecomesOursInTheSameResponse() throws Exception {
        Matcher cookie = COOKIE.matcher(Files.readString(REQUEST));
        assertThat(cookie.find()).as("the guide shows a cookie").isTrue();

        Response response = new Browser().with(cookie.group(1)).get("/");

        assertThat(response.asString()).contains("Signed in as john_doe");
        OpenedSession session = TestSessions.withSecret(SecretOfTheTests.VALUE).open(response);
        assertThat(session.principal()).contains("john_doe");
        assertThat(session.data()).isEqualTo(Map.of("visits", 1, "userID", "user-123"));
    }
}
