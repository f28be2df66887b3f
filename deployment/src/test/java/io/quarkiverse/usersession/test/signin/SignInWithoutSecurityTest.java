package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.test.QuarkusUnitTest;

class SignInWithoutSecurityTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .assertException(failure -> assertThat(ExceptionUtil.getRootCause(failure).getMessage())
                    .contains("quarkus.user-session.sign-in.enabled=true needs the extension quarkus-security"));

    @Test
    void failsTheBuild() {
        Assertions.fail("the application has started");
    }
}
