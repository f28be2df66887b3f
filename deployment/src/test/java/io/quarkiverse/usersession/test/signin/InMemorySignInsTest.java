package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.testing.InMemorySignIns;
import io.quarkus.test.QuarkusUnitTest;

/** An application selects the store for its tests, also one that nobody can sign in to. */
class InMemorySignInsTest {

    private static final String ID = "AAAAAAAAAAAAAAAA";

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(TestClock.class))
            .overrideConfigKey("quarkus.arc.selected-alternatives", InMemorySignIns.class.getName())
            .overrideRuntimeConfigKey("quarkus.user-session.max-age", "30M");

    @Inject
    SignInStore store;

    @Inject
    TestClock clock;

    @Inject
    UserSession session;

    @Test
    void itGoesByTheClockAndTheLifetimeOfTheApplication() {
        store.end("ada", ID).await().indefinitely();

        clock.advance(Duration.ofMinutes(31));
        assertThat(isActive()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(isActive()).isTrue();
    }

    private boolean isActive() {
        return store.check(new SignInCheck("ada", ID, Instant.EPOCH, Optional.empty())).await().indefinitely();
    }
}
