package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.smallrye.mutiny.Uni;

/** Sign-outs that nobody waits for. */
class BackgroundEndingsTest {

    private final CapturedLog log = new CapturedLog();
    private final Replica replica = new Replica();
    private final SignedIn ada = replica.signIn("ada", 1);

    @AfterEach
    void noLogHasAUserInIt() {
        log.close();
        assertThat(log.text()).doesNotContain("ada", "bob", "sign-in-0");
    }

    @Test
    void aSignOutIsToldToTheStoreOnce() {
        replica.store.answersAllWith(null);

        replica.book.end(ada);
        replica.time.pass(Duration.ofHours(1));

        assertThat(replica.store.texts()).containsExactly("end ada " + ada.id());
        assertThat(replica.metrics.ended(StoreOperation.END)).isEqualTo(1);
        assertThat(replica.time.size()).isZero();
    }

    @Test
    void oneThatFailsIsTriedAgainTwice() {
        replica.store.failsAllWith(new IOException("ada"));

        replica.book.end(ada);
        assertTries(1);
        replica.time.pass(Duration.ofMillis(1_999));
        assertTries(1);
        replica.time.pass(Duration.ofMillis(1));
        assertTries(2);
        replica.time.pass(Duration.ofMillis(9_999));
        assertTries(2);
        assertThat(log.messages("ERROR")).isEmpty();
        replica.time.pass(Duration.ofMillis(1));
        assertTries(3);

        assertThat(log.messages("ERROR")).singleElement().asString()
                .startsWith("The sign-in store could not be told about 1 of the sign-outs (java.io.IOException at ")
                .contains("call SignIns.signOutEverywhere");
        replica.time.pass(Duration.ofHours(1));
        assertTries(3);
        assertThat(replica.metrics.lostEndings()).isEqualTo(1);
        assertThat(replica.metrics.ended(StoreOperation.END)).isZero();
    }

    @Test
    void oneThatIsNotAnsweredCountsAsATry() {
        replica.book.end(ada);

        replica.time.pass(Replica.TIMEOUT.multipliedBy(3).plusSeconds(12));

        assertTries(3);
        assertThat(replica.store.commands).allMatch(command -> command.cancelled);
        assertThat(log.messages("ERROR")).hasSize(1);
    }

    @Test
    void oneThatSucceedsLaterIsNoError() {
        replica.store.failsAllWith(new IOException("ada"));
        replica.book.end(ada);
        replica.store.answersAllWith(null);

        replica.time.pass(Duration.ofHours(1));

        assertTries(2);
        assertThat(log.messages("ERROR")).isEmpty();
        assertThat(replica.metrics.ended(StoreOperation.END)).isEqualTo(1);
    }

    @Test
    void oneThatWasGivenUpStaysEndedOnThisReplica() {
        replica.store.failsAllWith(new IOException("ada"));
        replica.book.end(ada);
        replica.time.pass(Duration.ofDays(30));

        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void manyErrorsAreLoggedOnceAMinute() {
        replica.store.failsAllWith(new IOException("ada"));
        for (int i = 0; i < 100; i++) {
            replica.book.end(replica.signIn("ada", i));
        }
        replica.time.pass(Duration.ofSeconds(12));
        assertThat(log.messages("ERROR")).singleElement().asString().contains("told about 1 of the");

        replica.time.pass(Duration.ofSeconds(59));
        assertThat(log.messages("ERROR")).hasSize(1);
        replica.time.pass(Duration.ofSeconds(1));
        assertThat(log.messages("ERROR")).hasSize(2).last().asString().contains("told about 99 of the");
        replica.time.pass(Duration.ofHours(1));
        assertThat(log.messages("ERROR")).hasSize(2);
        assertThat(replica.metrics.lostEndings()).isEqualTo(100);
        assertThat(replica.time.size()).isZero();

        replica.book.end(replica.signIn("ada", 100));
        replica.time.pass(Duration.ofSeconds(12));
        assertThat(log.messages("ERROR")).hasSize(3);
    }

    @Test
    void aReplacedSignInEndsTenSecondsLater() {
        replica.store.answersAllWith(true);

        replica.book.replace(ada);
        replica.time.pass(Duration.ofMillis(9_999));
        assertThat(replica.book.isEnded(ada)).isFalse();
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
        assertTries(0);

        replica.time.pass(Duration.ofMillis(1));
        assertTries(1);
        assertThat(replica.book.isEnded(ada)).isTrue();
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void oneThatWasReplacedIsTriedThreeTimesToo() {
        replica.store.failsAllWith(new IOException("ada"));

        replica.book.replace(ada);
        replica.time.pass(Duration.ofSeconds(22));

        assertTries(3);
        assertThat(log.messages("ERROR")).hasSize(1);
    }

    @Test
    void beyondABoundReplacedSignInsEndAtOnce() {
        replica.store.answersAllWith(null);
        for (int i = 0; i < BackgroundEndings.MAX_REPLACED; i++) {
            replica.book.replace(replica.signIn("ada " + i, i));
        }
        assertTries(0);

        replica.book.replace(replica.signIn("ada", -1));

        assertTries(1);
        replica.time.pass(Duration.ofSeconds(10));
        assertTries(BackgroundEndings.MAX_REPLACED + 1);
    }

    @Test
    void beyondABoundReplacedSignInsOfOneUserEndAtOnce() {
        replica.store.answersAllWith(null);
        for (int i = 0; i < BackgroundEndings.MAX_OF_USER; i++) {
            replica.book.replace(replica.signIn("ada", i));
        }
        assertTries(0);

        replica.book.replace(replica.signIn("ada", -1));
        assertTries(1);
        replica.book.replace(replica.signIn("bob", -2));
        assertTries(1);

        replica.time.pass(Duration.ofSeconds(10));
        replica.book.replace(replica.signIn("ada", -3));
        assertTries(BackgroundEndings.MAX_OF_USER + 2);
    }

    @Test
    void manyReplacedSignInsLeaveRoomToTrySignOutsAgain() {
        replica.store.failsAllWith(new IOException("ada"));
        for (int i = 0; i < BackgroundEndings.MAX_WAITING + 1_000; i++) {
            replica.book.replace(replica.signIn("ada " + i, i));
        }
        long before = replica.store.count("end");

        assertIsTriedAgain(replica.signIn("bob", -1));
        assertThat(before).as("those that failed at once don't wait either").isEqualTo(1_000 + BackgroundEndings.MAX_REPLACED);
    }

    @Test
    void oneUserWhoSignsInAndOutAgainAndAgainLeavesRoomToTrySignOutsOfOthersAgain() {
        replica.store.failsAllWith(new IOException("ada"));
        for (int i = 0; i < BackgroundEndings.MAX_WAITING + 1_000; i++) {
            replica.book.end(replica.signIn("ada", i));
        }

        assertIsTriedAgain(replica.signIn("bob", -1));
        assertThat(replica.metrics.lostEndings())
                .isEqualTo(BackgroundEndings.MAX_WAITING + 1_000 - BackgroundEndings.MAX_OF_USER);
    }

    private void assertIsTriedAgain(SignedIn signedIn) {
        replica.book.end(signedIn);
        replica.store.answersAllWith(null);
        replica.time.pass(Duration.ofSeconds(2));

        assertThat(replica.store.texts()).filteredOn(text -> text.startsWith("end " + signedIn.principal() + " ")).hasSize(2);
    }

    @Test
    void stoppingWithNothingToDoWaitsForNothing() {
        replica.store.answersAllWith(null);
        replica.book.end(ada);

        replica.book.close();

        assertTries(1);
    }

    @Test
    void stoppingEndsWhatWasToEndLater() {
        SignedIn bob = replica.signIn("bob", 2);
        replica.store.failsAllWith(new IOException("ada"));
        replica.book.end(bob);
        replica.book.replace(ada);
        replica.store.answersAllWith(null);

        replica.book.close();

        assertThat(replica.store.texts()).containsExactlyInAnyOrder("end bob " + bob.id(), "end bob " + bob.id(),
                "end ada " + ada.id());
        assertThat(log.messages("ERROR")).isEmpty();
        assertThat(replica.time.size()).isZero();
    }

    @Test
    void stoppingWaitsForWhatIsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        replica.store.behaviour = command -> {
            asked.countDown();
            return null;
        };
        replica.book.replace(ada);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(replica.book::close);
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        boolean waits = !closing.isDone();
        replica.store.last().answer(null);

        assertThat(waits).isTrue();
        closing.get(60, TimeUnit.SECONDS);
        assertThat(log.messages("ERROR")).isEmpty();
        assertThat(replica.metrics.ended(StoreOperation.END)).isEqualTo(1);
    }

    @Test
    void stoppingDoesNotWaitLongerThanTheTimeout() {
        replica.book.end(ada);
        replica.book.replace(replica.signIn("bob", 2));

        replica.book.close();

        assertThat(log.messages("ERROR")).singleElement().asString()
                .contains("told about 2 of the sign-outs (no answer within");
        assertThat(replica.metrics.lostEndings()).isEqualTo(2);
    }

    /** A store has room for a limited number of commands. */
    @Test
    void stoppingSendsALimitedNumberAtATimeUntilAllHaveEnded() throws Exception {
        Replica patient = new Replica(Replica.CACHE, Duration.ofSeconds(60), false);
        int endings = BackgroundEndings.MAX_REPLACED;
        for (int i = 0; i < endings; i++) {
            patient.book.replace(patient.signIn("ada " + i, i));
        }

        CompletableFuture<Void> closing = CompletableFuture.runAsync(patient.book::close);
        for (int i = 0; i < endings; i++) {
            while (patient.store.commands.size() == i) {
                assertThat(closing).isNotDone();
                Thread.onSpinWait();
            }
            assertThat(patient.store.commands.size()).isLessThanOrEqualTo(i + BackgroundEndings.MAX_AT_ONCE);
            patient.store.commands.get(i).answer(null);
        }

        closing.get(60, TimeUnit.SECONDS);
        assertThat(patient.metrics.ended(StoreOperation.END)).isEqualTo(endings);
        assertThat(log.messages("ERROR")).isEmpty();
    }

    @Test
    void stoppingEndsAnyNumberIfTheStoreAnswersAtOnce() {
        for (int i = 0; i < BackgroundEndings.MAX_REPLACED; i++) {
            replica.book.replace(replica.signIn("ada " + i, i));
        }
        replica.store.answersAllWith(null);

        replica.book.close();

        assertThat(replica.metrics.ended(StoreOperation.END)).isEqualTo(BackgroundEndings.MAX_REPLACED);
        assertThat(replica.metrics.lostEndings()).isZero();
    }

    @Test
    void whatIsNotStartedInTimeIsLostToo() {
        for (int i = 0; i < 3_000; i++) {
            replica.book.replace(replica.signIn("ada " + i, i));
        }

        replica.book.close();

        assertTries(BackgroundEndings.MAX_AT_ONCE);
        assertThat(replica.metrics.lostEndings()).isEqualTo(3_000);
        assertThat(log.messages("ERROR")).singleElement().asString()
                .contains("told about 3000 of the sign-outs (no answer within");
    }

    @Test
    void stoppingLogsWhatWasLostInTheLastMinute() {
        replica.store.failsAllWith(new IOException("ada"));
        for (int i = 0; i < 51; i++) {
            replica.book.end(replica.signIn("ada", i));
        }
        replica.time.pass(Duration.ofSeconds(12));

        replica.book.close();

        assertThat(log.messages("ERROR")).hasSize(2).last().asString().contains("told about 50 of the");
    }

    @Test
    void afterStoppingThereIsOneTry() {
        replica.store.failsAllWith(new IOException("ada"));
        replica.book.close();

        replica.book.end(ada);
        replica.book.replace(replica.signIn("bob", 2));

        assertTries(2);
        assertThat(replica.metrics.lostEndings()).isEqualTo(2);
    }

    @Test
    void aFailureWhileStoppingIsFinal() {
        replica.book.end(ada);
        replica.store.behaviour = command -> Uni.createFrom().failure(new IOException("ada"));
        FakeStore.Command first = replica.store.last();
        replica.book.replace(replica.signIn("bob", 2));

        CompletableFuture<Void> closing = CompletableFuture.runAsync(replica.book::close);
        first.fail(new IOException("ada"));
        closing.join();

        assertThat(replica.metrics.lostEndings()).isEqualTo(2);
    }

    private void assertTries(int number) {
        assertThat(replica.store.count("end")).isEqualTo(number);
    }
}
