package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** A store that does not answer, one that is back, and one that fails by itself. */
class PatientCallsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);
    private static final String NO_ANSWER = "no answer within the.timeout";
    private static final String NOT_ASKED = NO_ANSWER + " a moment ago, so it is asked once a second until it answers";

    private final FakeTimers timers = new FakeTimers();
    private final PatientCalls calls = new PatientCalls(TIMEOUT, "the.timeout", timers);
    private Uni<String> answer = Uni.createFrom().item("answer");
    private int asked;

    private CompletableFuture<String> ask() {
        return calls.ask(this::command).subscribeAsCompletionStage();
    }

    private Uni<String> command() {
        asked++;
        return answer;
    }

    private void stop() {
        answer = Uni.createFrom().nothing();
    }

    private void outage() {
        stop();
        ask();
        timers.pass(TIMEOUT);
        asked = 0;
    }

    private static void assertFailed(CompletableFuture<String> asked, String message) {
        assertThat(asked).isCompletedExceptionally();
        assertThatThrownBy(asked::join).hasRootCauseMessage(message);
    }

    @Test
    void oneCommandWaitsForTheTimeoutAndTheNextOnesFailAtOnce() {
        stop();
        CompletableFuture<String> first = ask();
        timers.pass(TIMEOUT.minusMillis(1));
        assertThat(first).isNotDone();
        timers.pass(Duration.ofMillis(1));
        assertFailed(first, NO_ANSWER);

        for (int i = 0; i < 100; i++) {
            assertFailed(ask(), NOT_ASKED);
        }
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void oneCommandASecondIsSentAndTheFirstAnswerEndsTheOutage() {
        outage();
        timers.pass(BETWEEN_PROBES);
        CompletableFuture<String> probe = ask();
        assertFailed(ask(), NOT_ASKED);
        assertThat(probe).isNotDone();
        timers.pass(TIMEOUT);
        assertFailed(probe, NO_ANSWER);
        assertFailed(ask(), NOT_ASKED);
        assertThat(asked).isEqualTo(1);

        answer = Uni.createFrom().item("answer");
        timers.pass(BETWEEN_PROBES);

        assertThat(ask()).isCompletedWithValue("answer");
        assertThat(ask()).isCompletedWithValue("answer");
    }

    /** Such as a full server that refuses to write, and is asked to read next. */
    @Test
    void aStoreThatFailsByItselfIsAskedEachTime() {
        answer = Uni.createFrom().failure(() -> new IllegalStateException("full"));

        assertThat(ask()).isCompletedExceptionally();
        assertThat(ask()).isCompletedExceptionally();

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void anErrorIsNoAnswerThatEndsAnOutage() {
        outage();
        answer = Uni.createFrom().failure(() -> new IllegalStateException("connection closed"));
        timers.pass(BETWEEN_PROBES);
        assertThat(ask()).isCompletedExceptionally();

        assertFailed(ask(), NOT_ASKED);

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whoGoesAwayBeforeTheTimeoutDoesNotHideTheOutage() {
        stop();
        Cancellable waiting = calls.ask(this::command).subscribe().with(item -> {
        });
        waiting.cancel();
        timers.pass(TIMEOUT);

        assertFailed(ask(), NOT_ASKED);
    }

    @Test
    void whatNobodyWaitsForIsSentInAnOutageTooAndBeginsNone() {
        stop();
        calls.tell(this::command).subscribeAsCompletionStage();
        timers.pass(TIMEOUT);
        CompletableFuture<String> waiting = ask();
        assertThat(waiting).isNotDone();
        timers.pass(TIMEOUT);
        assertFailed(ask(), NOT_ASKED);
        answer = Uni.createFrom().item("answer");

        assertThat(calls.tell(this::command).subscribeAsCompletionStage()).isCompletedWithValue("answer");
        assertFailed(ask(), NOT_ASKED);
    }

    @Test
    void onlyWhatWasNotSentIsSureNotToHaveArrived() {
        outage();
        CompletableFuture<String> refused = ask();

        assertThatThrownBy(refused::join).hasCauseInstanceOf(StoreFailure.class)
                .satisfies(failure -> assertThat(PatientCalls.isAsked(failure.getCause())).isFalse());
        assertThat(PatientCalls.isAsked(StoreFailure.noAnswer())).isTrue();
        assertThat(PatientCalls.isAsked(new IllegalStateException())).isTrue();
    }
}
