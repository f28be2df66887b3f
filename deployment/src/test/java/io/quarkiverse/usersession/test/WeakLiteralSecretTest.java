package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusProdModeTest;

/** A secret in application.properties with which production would not start. */
class WeakLiteralSecretTest {

    @RegisterExtension
    static final QuarkusProdModeTest APP = new QuarkusProdModeTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.user-session.secret", "${SESSION_SECRET:change-me-please-change-me-please-change-me}")
            .assertBuildException(failure -> assertThat(failure)
                    .hasStackTraceContaining("The session secret is too weak: it consists of words, sequences or repetitions")
                    .hasStackTraceContaining("and remove quarkus.user-session.secret in application.properties")
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("change-me-please")));

    @Test
    void S4_failsTheBuild() {
        Assertions.fail("the application was built");
    }
}
