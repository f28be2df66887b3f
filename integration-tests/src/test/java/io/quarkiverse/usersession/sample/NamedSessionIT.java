package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** Which secret the packaged application opens the cookies of its named session with. */
class NamedSessionIT {

    private static final String ONE = "Rk7Tz2Wq9Nf4Xb6Yd1Lh8Vc3Js0Gm5PaZe";
    private static final String OTHER = "xH4mVq8Zc1Wn6Lt3Yd7Rf0Kb5Js2Gp9Ua";
    private static final String OWN_SECRET = "QUARKUS_USER_SESSION__LETTERS__SECRET";

    @TempDir
    Path directory;

    @Test
    void namedSessionInheritsTheSecretOfTheDefaultSession() throws Exception {
        try (PackagedProcess shop = PackagedShop.start(directory, Map.of("SESSION_SECRET", ONE))) {
            assertThat(opensNamed(shop, ONE)).isTrue();
            assertThat(opensDefault(shop, ONE)).isTrue();
        }
    }

    @Test
    void ownSecretOfANamedSessionWins() throws Exception {
        try (PackagedProcess shop = PackagedShop.start(directory, Map.of("SESSION_SECRET", ONE, OWN_SECRET, OTHER))) {
            assertThat(opensNamed(shop, OTHER)).isTrue();
            assertThat(opensNamed(shop, ONE)).isFalse();
            assertThat(opensDefault(shop, ONE)).isTrue();
            assertThat(opensDefault(shop, OTHER)).isFalse();
        }
    }

    /** The variable is a default of the default session only, which its own key replaces for both. */
    @Test
    void namedSessionDoesNotTakeTheVariableWhereTheDefaultSessionHasAnotherSecret() throws Exception {
        try (PackagedProcess shop = PackagedShop.start(directory,
                Map.of("SESSION_SECRET", ONE, "QUARKUS_USER_SESSION_SECRET", OTHER))) {
            assertThat(opensNamed(shop, OTHER)).isTrue();
            assertThat(opensNamed(shop, ONE)).isFalse();
            assertThat(opensDefault(shop, OTHER)).isTrue();
        }
    }

    @Test
    void ownSecretOfANamedSessionDoesNotServeTheDefaultSession() throws Exception {
        try (PackagedProcess shop = PackagedShop.start(directory, Map.of(OWN_SECRET, OTHER))) {
            assertThat(shop.outputAtExit(1).lines()).singleElement().asString()
                    .contains("The session secret is missing: set the environment variable SESSION_SECRET");
        }
    }

    private static boolean opensNamed(PackagedProcess shop, String secret) throws Exception {
        SessionCookies cookies = TestSessions.named("letters").withSecret(secret);
        Browser visitor = new Browser("__letters").with(cookies.cookie(Map.of("large", true)).getValue());
        return visitor.get("http://localhost:" + shop.port() + "/letters").asString().contains("125%");
    }

    private static boolean opensDefault(PackagedProcess shop, String secret) throws Exception {
        SessionCookies cookies = TestSessions.withSecret(secret);
        Browser visitor = new Browser().with(cookies.cookie(Map.of("visits", 41)).getValue());
        return visitor.get("http://localhost:" + shop.port() + "/").asString().contains("visit number 42");
    }
}
