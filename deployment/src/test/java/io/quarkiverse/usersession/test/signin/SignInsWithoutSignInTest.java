package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.test.QuarkusUnitTest;

class SignInsWithoutSignInTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(SignInsWithoutStoreTest.Devices.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-security", Version.getVersion())))
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "false")
            .assertException(failure -> assertThat(ExceptionUtil.getRootCause(failure).getMessage())
                    .contains("SignIns is injected, but sign-in is disabled: set quarkus.user-session.sign-in.enabled=true"));

    @Test
    void failTheBuild() {
        Assertions.fail("the application has started");
    }
}
