package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;

/** Sign-in is on in what was built, and somebody tries to turn it off at the start. */
class SignInOnAtBuildTest {

    @RegisterExtension
    static final QuarkusProdModeTest APP = new QuarkusProdModeTest()
            .withEmptyApplication()
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-security", Version.getVersion())))
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .setRun(true)
            .setRuntimeProperties(Map.of("quarkus.http.port", "0",
                    "SESSION_SECRET", "rT5yKw8Zq2Nx4Vb7Ld0Hs3Jc6Mf9Gp1a",
                    "quarkus.user-session.sign-in.enabled", "false"));

    @Test
    void quarkusWarnsThatItCannotBeTurnedOff() {
        assertThat(APP.getStartupConsoleOutput())
                .contains("Build time property cannot be changed at runtime")
                .contains("quarkus.user-session.sign-in.enabled is set to 'false' but it is build time fixed to 'true'");
    }
}
