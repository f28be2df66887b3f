package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusProdModeTest;

/** Sign-in is off in what was built, and somebody tries to turn it on at the start. */
class SignInOffAtBuildTest {

    @RegisterExtension
    static final QuarkusProdModeTest APP = new QuarkusProdModeTest()
            .withEmptyApplication()
            .setRun(true)
            .setRuntimeProperties(Map.of("quarkus.http.port", "0",
                    "SESSION_SECRET", "rT5yKw8Zq2Nx4Vb7Ld0Hs3Jc6Mf9Gp1a",
                    "quarkus.user-session.sign-in.enabled", "true"));

    @Test
    void quarkusWarnsThatItCannotBeTurnedOn() {
        assertThat(APP.getStartupConsoleOutput())
                .contains("Build time property cannot be changed at runtime")
                .contains("quarkus.user-session.sign-in.enabled is set to 'true' but it is build time fixed to 'false'");
    }
}
