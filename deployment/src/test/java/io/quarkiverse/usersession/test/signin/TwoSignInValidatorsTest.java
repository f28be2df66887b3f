package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SignInValidator;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class TwoSignInValidatorsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(First.class, Second.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-security", Version.getVersion())))
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .assertException(failure -> assertThat(ExceptionUtil.getRootCause(failure).getMessage())
                    .contains("several beans of type io.quarkiverse.usersession.SignInValidator", First.class.getName(),
                            Second.class.getName()));

    @Test
    void failTheBuild() {
        Assertions.fail("the application has started");
    }

    @ApplicationScoped
    public static class First implements SignInValidator {

        @Override
        public Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt) {
            return Uni.createFrom().item(true);
        }
    }

    @ApplicationScoped
    public static class Second implements SignInValidator {

        @Override
        public Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt) {
            return Uni.createFrom().item(false);
        }
    }
}
