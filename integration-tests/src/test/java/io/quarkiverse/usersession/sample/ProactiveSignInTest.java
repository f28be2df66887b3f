package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** The same in a shop that finds out who the user is before every request, as Quarkus does unless told otherwise. */
@QuarkusTest
@TestProfile(ProactiveSignInTest.Proactive.class)
class ProactiveSignInTest extends SignInTest {

    /** An application on another port of the host shares its cookies. A file makes Quarkus look for the user here, too. */
    @Test
    void S35_aFileLeavesAnotherApplicationsCookieAlone() {
        for (String another : List.of("another", "eyJhbGciOiJub25lIn0.e30.", TestSessions.withSecret("z".repeat(32))
                .cookie(Map.of()).getValue())) {
            Response file = new Browser().with(another).get("/shop.css");

            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().getValues("Vary")).contains("Cookie");
            assertThat(file.headers().getValues("Set-Cookie")).isEmpty();
        }
    }

    public static class Proactive implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.auth.proactive", "true");
        }
    }
}
