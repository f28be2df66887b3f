package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** The packaged application can't turn off at its start what it was built with, and says so. */
class BuildTimeSettingIT {

    @TempDir
    Path directory;

    @Test
    void quarkusWarnsOfASignInThatIsTurnedOffAtTheStart() throws Exception {
        try (PackagedProcess shop = PackagedShop.start(directory, Map.of("SESSION_SECRET", SecretOfTheTests.VALUE,
                "QUARKUS_USER_SESSION_SIGN_IN_ENABLED", "false"))) {
            assertThat(shop.outputOfStart())
                    .contains("Build time property cannot be changed at runtime")
                    .contains("quarkus.user-session.sign-in.enabled is set to 'false'");
        }
    }
}
