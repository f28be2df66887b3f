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

/** A name that gives no cookie name, and is not given one. */
class IllFormedSessionNameTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(Visitor.class))
            .assertException(failure -> assertThat(ExceptionUtil.getRootCause(failure).getMessage())
                    .contains("quarkus.user-session.\"my session\".cookie.name=__my session can't be used",
                            "such as __session"));

    @Test
    void failsTheStart() {
        Assertions.fail("the application has started");
    }

    @Singleton
    public static class Visitor {

        @Inject
        @SessionName("my session")
        UserSession session;
    }
}
