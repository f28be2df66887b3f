package io.quarkiverse.usersession.sample;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** The same in a shop that finds out who the user is before every request, as Quarkus does unless told otherwise. */
@QuarkusTest
@TestProfile(ProactiveSignInTest.Proactive.class)
class ProactiveSignInTest extends SignInTest {

    public static class Proactive implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.auth.proactive", "true");
        }
    }
}
