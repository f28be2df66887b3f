package io.quarkiverse.usersession.test.bound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class BoundWithoutSignInTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.user-session.sign-in.device-bound.enabled", "true")
            .assertException(failure -> assertThat(failure).hasMessageContaining(
                    "quarkus.user-session.sign-in.device-bound.enabled=true binds sign-ins, but sign-in is disabled: set"
                            + " quarkus.user-session.sign-in.enabled=true"));

    @Test
    void isNotBuilt() {
        Assertions.fail("the application was built");
    }
}
