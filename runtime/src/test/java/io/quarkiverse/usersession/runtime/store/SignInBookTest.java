package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.testsupport.Allocation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** How requests are judged, while the store answers. */
class SignInBookTest {

    private final Replica replica = new Replica();
    private final SignedIn ada = replica.signIn("ada", 1);

    @Test
    void theStoreIsToldWhatItHasToKnow() {
        CompletableFuture<Verdict> verdict = replica.book.judge(ada, "Mozilla/5.0 \r\nevil").subscribeAsCompletionStage();

        assertThat(replica.store.last().check).isEqualTo(
                new SignInCheck("ada", ada.id(), Instant.ofEpochMilli(ada.at()), Optional.of("Mozilla/5.0 evil"), false));
        assertThat(verdict).isNotDone();
    }

    @Test
    void whatIsKnownIsSaidWithoutTheStore() {
        SignedIn bob = replica.signIn("bob", 2);
        replica.store.behaviour = command -> Uni.createFrom().item(command.text.startsWith("check ada"));
        assertThat(replica.book.known(ada)).isNull();
        assertThat(replica.book.known(bob)).isNull();
        assertThat(replica.store.commands).isEmpty();

        replica.judge(ada);
        replica.judge(bob);
        assertThat(replica.book.known(ada)).isEqualTo(Verdict.ACTIVE);
        assertThat(replica.book.known(bob)).isEqualTo(Verdict.ENDED);

        replica.book.end(ada);
        assertThat(replica.book.known(ada)).isEqualTo(Verdict.ENDED);
        assertThat(replica.store.count("check")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void anAnswerCountsForAWhile(boolean active) {
        replica.store.answersAllWith(active);
        Verdict verdict = active ? Verdict.ACTIVE : Verdict.ENDED;

        assertThat(replica.judge(ada)).isEqualTo(verdict);
        replica.time.pass(Replica.CACHE.minusMillis(1));
        assertThat(replica.judge(ada)).isEqualTo(verdict);
        assertThat(replica.store.count("check")).isEqualTo(1);
        replica.time.pass(Duration.ofMillis(1));
        assertThat(replica.judge(ada)).isEqualTo(verdict);
        assertThat(replica.store.count("check")).isEqualTo(2);
    }

    @Test
    void anAnswerIsAsOldAsItsQuestion() {
        CompletableFuture<Verdict> asked = replica.ask(ada);
        replica.time.pass(Duration.ofMillis(400));
        replica.store.last().answer(true);
        assertThat(asked).isCompletedWithValue(Verdict.ACTIVE);

        replica.time.pass(Replica.CACHE.minusMillis(401));
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
        replica.time.pass(Duration.ofMillis(1));
        assertThat(replica.ask(ada)).isNotDone();
    }

    @Test
    void anAnswerFromTheFutureOfAClockThatWasSetBackDoesNotCount() {
        replica.store.answersAllWith(true);
        replica.judge(ada);

        replica.time.set(ada.at() - 1);
        replica.judge(ada);

        assertThat(replica.store.count("check")).isEqualTo(2);
    }

    @Test
    void anAnswerIsOfOneSignInOfOneUser() {
        replica.store.behaviour = command -> Uni.createFrom()
                .item(command.text.equals("check ada " + Replica.id(1)));

        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
        assertThat(replica.judge(replica.signIn("ada", 2))).isEqualTo(Verdict.ENDED);
        assertThat(replica.judge(replica.signIn("bob", 1))).isEqualTo(Verdict.ENDED);
        assertThat(replica.judge(replica.signIn("ad", 1))).isEqualTo(Verdict.ENDED);
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void withoutACacheEachRequestAsks() {
        Replica strict = new Replica(Duration.ZERO, false);
        strict.store.answersAllWith(true);

        strict.judge(ada);
        strict.judge(ada);
        strict.store.answersNothing();
        strict.ask(ada);
        strict.ask(ada);

        assertThat(strict.store.count("check")).isEqualTo(4);
    }

    @Test
    void parallelQuestionsShareACommand() {
        List<CompletableFuture<Verdict>> requests = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            requests.add(replica.ask(ada));
        }

        assertThat(replica.store.count("check")).isEqualTo(1);
        assertThat(requests).noneMatch(CompletableFuture::isDone);
        replica.store.last().answer(true);
        assertThat(requests).allMatch(request -> request.getNow(null) == Verdict.ACTIVE);
    }

    /** Otherwise an ending on another replica would count here only after the timeout, which may be longer than the cache. */
    @Test
    void aQuestionIsNotSharedLongerThanItsAnswerWouldCount() {
        Replica slow = new Replica(Duration.ofMillis(100), Duration.ofSeconds(5), false);
        CompletableFuture<Verdict> before = slow.ask(ada);
        FakeStore.Command first = slow.store.last();
        slow.time.pass(Duration.ofMillis(99));
        slow.ask(ada);
        assertThat(slow.store.count("check")).isEqualTo(1);

        slow.time.pass(Duration.ofMillis(1)); // another replica ends it
        CompletableFuture<Verdict> after = slow.ask(ada);
        assertThat(slow.store.count("check")).isEqualTo(2);
        FakeStore.Command second = slow.store.last();
        first.answer(true);
        assertThat(before).isCompletedWithValue(Verdict.ACTIVE);
        assertThat(after).isNotDone();
        second.answer(false);

        assertThat(after).isCompletedWithValue(Verdict.ENDED);
        assertThat(slow.judge(ada)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void anOldAnswerThatArrivesLastIsNotKept() {
        Replica slow = new Replica(Duration.ofMillis(100), Duration.ofSeconds(5), false);
        slow.ask(ada);
        FakeStore.Command first = slow.store.last();
        slow.time.pass(Duration.ofMillis(100));
        slow.ask(ada);
        slow.store.last().answer(false);

        first.answer(true);

        assertThat(slow.judge(ada)).isEqualTo(Verdict.ENDED);
        slow.time.pass(Duration.ofMillis(99));
        assertThat(slow.judge(ada)).isEqualTo(Verdict.ENDED);
        assertThat(slow.store.count("check")).isEqualTo(2);
    }

    @Test
    void aRequestWithAnEndedSignInIsCountedAsJudgedFromMemory() {
        replica.book.countEnded();

        assertThat(replica.metrics.fromCache(Verdict.ENDED)).isEqualTo(1);
    }

    @Test
    void whoStopsWaitingStopsNobodyElse() {
        CompletableFuture<Verdict> impatient = replica.ask(ada);
        CompletableFuture<Verdict> patient = replica.ask(ada);

        impatient.cancel(true);
        assertThat(replica.store.last().cancelled).isFalse();
        replica.store.last().answer(true);

        assertThat(patient).isCompletedWithValue(Verdict.ACTIVE);
    }

    @Test
    void whatIsSharedIsAskedAnewWhenItIsOver() {
        replica.ask(ada);
        replica.store.last().fail(new IOException());
        replica.time.pass(Duration.ofSeconds(1));

        assertThat(replica.ask(ada)).isNotDone();
        assertThat(replica.store.count("check")).isEqualTo(2);
    }

    @Test
    void anEndingCountsBeforeTheStoreIsTold() {
        replica.store.answersAllWith(true);
        replica.judge(ada);
        List<Verdict> meanwhile = new ArrayList<>();
        replica.store.behaviour = command -> {
            meanwhile.add(replica.judge(ada));
            return null;
        };

        replica.book.end(ada);

        assertThat(meanwhile).containsExactly(Verdict.ENDED);
        assertThat(replica.book.isEnded(ada)).isTrue();
        assertThat(replica.store.texts()).last().isEqualTo("end ada " + ada.id());
    }

    @Test
    void anEndingIsOfOneSignInOfOneUser() {
        replica.book.end(ada);

        assertThat(replica.book.isEnded(replica.signIn("ada", 2))).isFalse();
        assertThat(replica.book.isEnded(replica.signIn("bob", 1))).isFalse();
    }

    @Test
    void anAnswerThatWasAskedForBeforeAnEndingIsNotBelieved() {
        CompletableFuture<Verdict> asked = replica.ask(ada);
        FakeStore.Command check = replica.store.last();

        replica.book.end(ada);
        check.answer(true);

        assertThat(asked).isCompletedWithValue(Verdict.ENDED);
    }

    @Test
    void anAnswerThatWasAskedForBeforeAnEndingOfTheUserIsNotKept() {
        SignedIn other = replica.signIn("ada", 2);
        SignedIn bob = replica.signIn("bob", 3);
        replica.ask(other);
        FakeStore.Command check = replica.store.last();
        replica.ask(bob);
        FakeStore.Command checkOfBob = replica.store.last();

        replica.book.end(ada);
        check.answer(true);
        checkOfBob.answer(true);

        assertThat(replica.ask(other)).isNotDone();
        assertThat(replica.judge(bob)).isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void aQuestionAfterAnEndingDoesNotShareOneFromBefore() {
        SignedIn other = replica.signIn("ada", 2);
        CompletableFuture<Verdict> before = replica.ask(other);
        FakeStore.Command first = replica.store.last();
        replica.book.end(ada);

        CompletableFuture<Verdict> after = replica.ask(other);
        FakeStore.Command second = replica.store.last();
        assertThat(second).isNotSameAs(first);
        second.answer(false);
        first.answer(true);

        assertThat(before).isCompletedWithValue(Verdict.ACTIVE);
        assertThat(after).isCompletedWithValue(Verdict.ENDED);
        assertThat(replica.judge(other)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void whatTheStoreSaysToHaveEndedIsKnownToHaveEnded() {
        assertThat(replica.book.isEnded(ada)).isFalse();
        replica.store.answersAllWith(false);
        replica.judge(ada);

        assertThat(replica.book.isEnded(ada)).isTrue();
        replica.time.pass(Replica.CACHE.plusDays(1));
        assertThat(replica.book.isEnded(ada)).isTrue();
        assertThat(replica.store.count("check")).isEqualTo(1);
    }

    @Test
    void aSignInIsRegisteredWhenItBeginsWithoutWaiting() {
        replica.book.begin(ada, "a browser");

        assertThat(replica.store.texts()).containsExactly("check ada " + ada.id());
        replica.store.last().answer(true);
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
        assertThat(replica.store.count("check")).isEqualTo(1);
        assertThat(replica.metrics.fromStore(Verdict.ACTIVE)).isZero();
    }

    @Test
    void aSignInBeginsAlsoWhereItCanNotBeRegistered() {
        Replica broken = new Replica(() -> {
            throw new IllegalStateException();
        });

        broken.book.begin(ada, null);
        broken.book.replace(ada);
        broken.book.end(ada);

        assertThat(broken.book.isEnded(ada)).isTrue();
    }

    @Test
    void theStoreIsMadeWhenItIsNeededAndOnce() {
        AtomicInteger made = new AtomicInteger();
        Replica lazy = new Replica(() -> {
            if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return replica.store;
        });
        assertThat(made).hasValue(0);
        replica.store.answersAllWith(true);

        assertThat(lazy.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
        lazy.time.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertThat(lazy.judge(lazy.signIn("ada", i))).isEqualTo(Verdict.ACTIVE);
        }

        assertThat(made).hasValue(2);
    }

    @Test
    void goesOnOnTheEventLoopOfTheRequestWhereverTheAnswerComesFrom() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context context = vertx.getOrCreateContext();
            CompletableFuture<Boolean> onEventLoop = new CompletableFuture<>();
            context.runOnContext(ignored -> {
                replica.book.judge(ada, null).subscribe().with(verdict -> onEventLoop
                        .complete(Vertx.currentContext() == context && Context.isOnEventLoopThread()));
                new Thread(() -> replica.store.last().answer(true), "of the store").start();
            });

            assertThat(onEventLoop.get(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            vertx.close();
        }
    }

    @Test
    void anAnswerFromTheCacheAllocatesNextToNothing() {
        replica.store.answersAllWith(true);
        replica.book.end(replica.signIn("bob", 2)); // so that there is an ending to compare with
        replica.judge(ada);
        for (int i = 0; i < 20_000; i++) {
            replica.book.known(ada);
        }

        long before = Allocation.bytesSoFar();
        for (int i = 0; i < 10_000; i++) {
            replica.book.known(ada);
        }

        assertThat((Allocation.bytesSoFar() - before) / 10_000).isLessThanOrEqualTo(48);
    }
}
