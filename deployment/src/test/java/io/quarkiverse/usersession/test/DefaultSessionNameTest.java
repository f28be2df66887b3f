package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.test.QuarkusUnitTest;

/** The name that messages and metrics give to the session that has none. */
class DefaultSessionNameTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(Visitor.class))
            .assertException(failure -> assertThat(ExceptionUtil.getRootCause(failure).getMessage())
                    .contains("@SessionName(\"default\") at ", "leave it out"));

    @Test
    void failsTheStart() {
        Assertions.fail("the application has started");
    }

    @Singleton
    public static class Visitor {

        @Inject
        @SessionName("default")
        UserSession session;
    }
}
