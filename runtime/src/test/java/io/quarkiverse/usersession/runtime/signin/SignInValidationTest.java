package io.quarkiverse.usersession.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.state.RequestView;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

class SignInValidationTest {

    private static final SignedIn ADA = new SignedIn("AAECAwQFBgcICQoL", "ada", Set.of(), 1_700_000_000_123L);
    private static final Executor OTHER_THREAD = command -> new Thread(command, "of the validator").start();

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @Test
    void goesOnOnTheEventLoopOfTheRequestWhereverTheAnswerComesFrom() throws Exception {
        Context context = vertx.getOrCreateContext();
        CompletableFuture<String> where = new CompletableFuture<>();

        context.runOnContext(ignored -> validation((principal, id, at) -> Uni.createFrom().item(true).emitOn(OTHER_THREAD))
                .isSignedIn(ADA, session()).subscribe().with(
                        valid -> where.complete(Vertx.currentContext() == context && Context.isOnEventLoopThread()
                                ? "the event loop"
                                : Thread.currentThread().getName()),
                        where::completeExceptionally));

        assertThat(where.get(60, TimeUnit.SECONDS)).isEqualTo("the event loop");
    }

    @Test
    void goesOnWhereTheAnswerComesFromIfTheRequestIsOnNoEventLoop() throws Exception {
        CompletableFuture<String> where = new CompletableFuture<>();

        validation((principal, id, at) -> Uni.createFrom().item(true).emitOn(OTHER_THREAD))
                .isSignedIn(ADA, session()).subscribe().with(valid -> where.complete(Thread.currentThread().getName()));

        assertThat(where.get(60, TimeUnit.SECONDS)).isEqualTo("of the validator");
    }

    @Test
    void anAnswerThatIsNoneIsAFailure() {
        for (SignInValidator none : List.<SignInValidator> of((principal, id, at) -> null,
                (principal, id, at) -> Uni.createFrom().nullItem())) {
            assertThatThrownBy(() -> validation(none).isSignedIn(ADA, session()).await().indefinitely())
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("SignInValidator returned null");
        }
    }

    @Test
    void anExceptionIsAFailureToo() {
        assertThatThrownBy(() -> validation((principal, id, at) -> {
            throw new IllegalArgumentException("thrown by the validator");
        }).isSignedIn(ADA, session()).await().indefinitely()).hasMessage("thrown by the validator");
    }

    private static SignInValidation validation(SignInValidator validator) {
        return new SignInValidation(validator);
    }

    private static SessionState session() {
        SessionSettings settings = SessionSettings.defaults("default");
        SessionDefinition definition = SessionDefinition.of("default", settings.cookie(), settings.lifetimes(),
                KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"), null, Clock.systemUTC(), new SecureRandom()::nextBytes,
                TypedValues.UNAVAILABLE);
        return new SessionState(definition, new RequestView() {

            @Override
            public List<String> cookieHeaders() {
                return List.of();
            }

            @Override
            public String path() {
                return "/";
            }

            @Override
            public boolean isHead() {
                return false;
            }
        }, false);
    }
}
