package io.quarkiverse.usersession.test.signin;

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

/** The session named "session-wanted" has by default the cookie that keeps the wanted location. */
class SessionWithTheCookieOfTheWantedLocationTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with(Visitor.class)
            .assertException(failure -> assertThat(ExceptionUtil.getRootCause(failure).getMessage())
                    .contains("Two sessions use the cookie name __session-wanted, ",
                            "set quarkus.user-session.\"session-wanted\".cookie.name"));

    @Test
    void failsTheStart() {
        Assertions.fail("the application has started");
    }

    @Singleton
    public static class Visitor {

        @Inject
        @SessionName("session-wanted")
        UserSession session;
    }
}
