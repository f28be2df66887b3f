package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.SignInStoreException;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.smallrye.mutiny.Uni;

/** What requests notice of a store that does not answer. */
class OutageTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CapturedLog log = new CapturedLog();
    private final Replica replica = new Replica();
    private final SignedIn ada = replica.signIn("ada", 1);

    @AfterEach
    void noLogHasAUserInIt() {
        log.close();
        assertThat(log.text()).doesNotContain("ada", "bob", "sign-in-0", "a browser");
    }

    @Test
    void aStoreThatNeverAnswersIsWaitedForUpToTheTimeout() {
        CompletableFuture<Verdict> request = replica.ask(ada);
        replica.time.pass(Replica.TIMEOUT.minusMillis(1));
        assertThat(request).isNotDone();
        assertThat(replica.store.last().cancelled).isFalse();

        replica.time.pass(Duration.ofMillis(1));

        assertThat(request).isCompletedWithValue(Verdict.UNAVAILABLE);
        assertThat(replica.store.last().cancelled).isTrue();
    }

    @Test
    void nothingIsLeftToTimeOutWhenTheStoreHasAnswered() {
        replica.ask(ada);
        assertThat(replica.time.size()).isEqualTo(1);

        replica.store.last().answer(true);

        assertThat(replica.time.size()).isZero();
    }

    @Test
    void afterTheFirstTimeoutNobodyWaits() {
        replica.ask(ada);
        replica.time.pass(Replica.TIMEOUT);

        for (int i = 0; i < 40; i++) {
            assertThat(replica.judge(replica.signIn("ada", i))).isEqualTo(Verdict.UNAVAILABLE);
        }
        assertThat(replica.store.count("check")).isEqualTo(1);
    }

    @Test
    void aSecondLaterOneRequestProbesAndTheOthersDoNotWait() {
        begin();

        for (int second = 2; second < 6; second++) {
            replica.time.pass(SECOND.minusMillis(1));
            assertThat(replica.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
            replica.time.pass(Duration.ofMillis(1));
            CompletableFuture<Verdict> probe = replica.ask(ada);
            assertThat(probe).isNotDone();
            assertThat(replica.judge(replica.signIn("bob", second))).isEqualTo(Verdict.UNAVAILABLE);
            assertThat(replica.store.count("check")).isEqualTo(second);
        }
    }

    /** Otherwise each request of somebody who makes one after the other would be a probe, and wait. */
    @Test
    void afterAProbeThatTookLongNobodyWaitsForASecond() {
        Replica slow = new Replica(Replica.CACHE, SECOND.multipliedBy(2), false);
        slow.ask(ada);
        slow.time.pass(SECOND.multipliedBy(2));
        slow.time.pass(SECOND);
        CompletableFuture<Verdict> probe = slow.ask(ada);
        slow.time.pass(SECOND.multipliedBy(2));
        assertThat(probe).isCompletedWithValue(Verdict.UNAVAILABLE);

        assertThat(slow.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
        slow.time.pass(SECOND.minusMillis(1));
        assertThat(slow.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
        slow.time.pass(Duration.ofMillis(1));

        assertThat(slow.ask(ada)).isNotDone();
    }

    /** Redis has room for a limited number of commands, and a question that finds none is refused. */
    @Test
    void signInsThatComeFasterThanTheyAreRegisteredLeaveRoomForQuestions() {
        for (int i = 0; i < 3_000; i++) {
            replica.book.begin(replica.signIn("bob", i), null);
        }
        assertThat(replica.store.count("check")).isEqualTo(SignInBook.MAX_BEGINNING);

        CompletableFuture<Verdict> request = replica.ask(ada);
        replica.store.commands.forEach(command -> command.answer(true));

        assertThat(request).isCompletedWithValue(Verdict.ACTIVE);
        replica.book.begin(replica.signIn("bob", 3_001), null);
        assertThat(replica.store.count("check")).isEqualTo(SignInBook.MAX_BEGINNING + 2);
    }

    @Test
    void theFirstAnswerEndsTheOutage() {
        begin();
        replica.time.pass(SECOND);
        replica.store.answersAllWith(true);

        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
        for (int i = 2; i < 100; i++) {
            assertThat(replica.judge(replica.signIn("bob", i))).isEqualTo(Verdict.ACTIVE);
        }
        assertThat(log.messages("INFO")).containsExactly("The sign-in store answers again");
    }

    @Test
    void theNextOutageBeginsWithoutAProbe() {
        begin();
        replica.time.pass(SECOND);
        replica.store.answersAllWith(true);
        replica.judge(ada);
        replica.time.pass(Duration.ofMillis(900));

        replica.store.failsAllWith(new ConnectException());
        assertThat(replica.judge(replica.signIn("bob", 2))).isEqualTo(Verdict.UNAVAILABLE);
        long asked = replica.store.count("check");
        replica.time.pass(SECOND.minusMillis(1));
        assertThat(replica.judge(replica.signIn("bob", 2))).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(replica.store.count("check")).isEqualTo(asked);
        replica.time.pass(Duration.ofMillis(1));
        replica.judge(replica.signIn("bob", 2));
        assertThat(replica.store.count("check")).isEqualTo(asked + 1);
    }

    @Test
    void anAnswerToAQuestionFromBeforeDoesNotEndIt() {
        CompletableFuture<Verdict> slow = replica.ask(replica.signIn("bob", 2));
        FakeStore.Command late = replica.store.last();
        replica.store.failsAllWith(new ConnectException());
        replica.judge(ada);

        late.answer(true);

        assertThat(slow).isCompletedWithValue(Verdict.ACTIVE);
        assertThat(replica.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(log.messages("INFO")).isEmpty();
    }

    @Test
    void answersOfTheCacheCountUntilTheyExpire() {
        replica.store.answersAllWith(true);
        replica.judge(ada);
        replica.store.failsAllWith(new ConnectException());
        assertThat(replica.judge(replica.signIn("bob", 2))).isEqualTo(Verdict.UNAVAILABLE);

        replica.time.pass(Replica.CACHE.minusMillis(1));
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
        replica.time.pass(Duration.ofMillis(1));
        assertThat(replica.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
    }

    @Test
    void whatThisReplicaHasEndedStaysEnded() {
        begin();

        replica.book.end(ada);

        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void lateAnswersAfterTheTimeoutAreIgnored() {
        CompletableFuture<Verdict> request = replica.ask(ada);
        replica.time.pass(Replica.TIMEOUT);

        replica.store.last().answer(true);
        replica.store.last().fail(new IOException("ada"));

        assertThat(request).isCompletedWithValue(Verdict.UNAVAILABLE);
        assertThat(replica.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("null instead of a Uni", answering(() -> null),
                        "null where there has to be an answer"),
                Arguments.of("a Uni of null", answering(() -> Uni.createFrom().nullItem()),
                        "null where there has to be an answer"),
                Arguments.of("an exception", answering(() -> {
                    throw new IllegalArgumentException("ada");
                }), "java.lang.IllegalArgumentException at " + OutageTest.class.getName()),
                Arguments.of("an error", answering(() -> {
                    throw new StackOverflowError("ada");
                }), "java.lang.StackOverflowError at "),
                Arguments.of("a failed Uni", answering(() -> Uni.createFrom()
                        .failure(new IllegalStateException("ada", new IOException("ada")))),
                        "java.lang.IllegalStateException (java.io.IOException) at "),
                Arguments.of("a Uni with a cause that tells why", answering(() -> Uni.createFrom()
                        .failure(new CompletionException("ada", SignInStoreException.unanswered("no such column")))),
                        "no such column)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void whatIsNoAnswerIsAFailureAndLetsNobodyIn(String name, Supplier<SignInStore> store, String reason) {
        Replica broken = new Replica(store);

        assertThat(broken.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(broken.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);

        assertThat(broken.metrics.failures(StoreOperation.CHECK)).isEqualTo(2);
        assertThat(log.messages("WARN")).singleElement().asString()
                .startsWith("The sign-in store failed to check 1 of the sign-ins (" + reason);
    }

    static Stream<Arguments> noStores() {
        return Stream.of(
                Arguments.of("no store", (Supplier<SignInStore>) () -> null, "java.lang.NullPointerException at "),
                Arguments.of("a store that can't be made", (Supplier<SignInStore>) () -> {
                    throw new IllegalStateException("ada");
                }, "java.lang.IllegalStateException at "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noStores")
    void aStoreThatCanNotBeMadeIsAnOutage(String name, Supplier<SignInStore> store, String reason) {
        Replica broken = new Replica(store);

        assertThat(broken.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(broken.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);

        assertThat(broken.metrics.failures(StoreOperation.CHECK)).isEqualTo(1);
        assertThat(log.messages("WARN")).singleElement().asString()
                .startsWith("The sign-in store is unavailable (it could not be created: " + reason);
    }

    static Stream<Throwable> ofAll() {
        return Stream.of(new ConnectException("ada"), new SocketTimeoutException("ada"), new UnknownHostException("ada"),
                new ClosedChannelException(), new TimeoutException("ada"), new io.smallrye.mutiny.TimeoutException(),
                new IllegalStateException("ada", new SQLException("ada", new ConnectException("ada"))),
                SignInStoreException.unavailable("it is being loaded"));
    }

    @ParameterizedTest
    @MethodSource("ofAll")
    void aFailureOfTimeOrConnectionIsAnOutageForAll(Throwable failure) {
        replica.store.failsAllWith(failure);
        replica.judge(ada);
        replica.store.answersAllWith(true);

        assertThat(replica.judge(replica.signIn("bob", 2))).isEqualTo(Verdict.UNAVAILABLE);

        assertThat(replica.store.count("check")).isEqualTo(1);
        assertThat(log.messages("WARN")).singleElement().asString().startsWith("The sign-in store is unavailable (");
    }

    static Stream<Throwable> ofOneCall() {
        return Stream.of(new IllegalStateException("ada"), new IOException("ada"), new CharacterCodingException(),
                new UncheckedIOException("ada", new InvalidObjectException("ada")), new NullPointerException(),
                new StackOverflowError(), new SQLException("ada", new IllegalArgumentException("ada")),
                SignInStoreException.unanswered("an entry can't be read"),
                // the store's own word counts more
                SignInStoreException.unanswered("too many calls").initCause(new ConnectException("ada")));
    }

    @ParameterizedTest
    @MethodSource("ofOneCall")
    void S39_aFailureOfOneUsersEntryIsNoOutageForOthers(Throwable failure) {
        replica.store.behaviour = command -> command.check.principal().equals("ada") ? Uni.createFrom().failure(failure)
                : Uni.createFrom().item(true);

        for (int i = 0; i < 3; i++) {
            assertThat(replica.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);
            assertThat(replica.judge(replica.signIn("bob", i))).isEqualTo(Verdict.ACTIVE);
        }

        assertThat(replica.store.count("check")).as("nothing is cached of what failed").isEqualTo(6);
    }

    @Test
    void stoppingLogsTheFailuresOfTheLastMinute() {
        replica.store.failsAllWith(SignInStoreException.unanswered("an entry can't be read"));
        for (int i = 0; i < 100; i++) {
            replica.judge(replica.signIn("ada", i));
        }

        replica.book.close();

        assertThat(log.messages("WARN")).hasSize(2).last().asString().contains("check 99 of the");
    }

    @Test
    void failuresOfSingleUsersAreLoggedOnceAMinute() {
        replica.store.failsAllWith(SignInStoreException.unanswered("an entry can't be read"));
        for (int i = 0; i < 100; i++) {
            replica.judge(replica.signIn("ada", i));
        }
        assertThat(log.messages("WARN"))
                .containsExactly("The sign-in store failed to check 1 of the sign-ins (an entry can't be"
                        + " read): their requests were treated as in an outage, and others were not affected. Find out what is wrong"
                        + " with the store, or with what it holds for these users. This warning is logged at most once a minute");

        replica.time.pass(Duration.ofMinutes(1));

        assertThat(log.messages("WARN")).hasSize(2).last().asString().contains("check 99 of the");
        replica.time.pass(Duration.ofHours(1));
        assertThat(log.messages("WARN")).hasSize(2);
        assertThat(replica.time.size()).isZero();
    }

    @Test
    void theFailureOfASingleUserSaysSoWhereUsersAreLetIn() {
        Replica lenient = new Replica(Replica.CACHE, true);
        lenient.store.failsAllWith(SignInStoreException.unanswered("an entry can't be read"));

        assertThat(lenient.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);

        assertThat(log.messages("WARN"))
                .containsExactly(
                        "The sign-in store failed to check 1 of the sign-ins (an entry can't be read): they were accepted"
                                + " without asking it, even if they have ended, and others were not affected. Find out what is wrong with"
                                + " the store, or with what it holds for these users; to refuse them instead, set"
                                + " quarkus.user-session.sign-in.store.unavailable=reject. This warning is logged at most once a minute");
    }

    /** Otherwise one user whose entry can't be read could keep an outage going for all, with a request each second. */
    @Test
    void aProbeAboutAnEntryThatCanNotBeReadEndsTheOutage() {
        begin();
        replica.time.pass(SECOND);
        replica.store.behaviour = command -> command.check.principal().equals("ada")
                ? Uni.createFrom().failure(SignInStoreException.unanswered("an entry can't be read"))
                : Uni.createFrom().item(true);

        assertThat(replica.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);

        assertThat(replica.judge(replica.signIn("bob", 2))).isEqualTo(Verdict.ACTIVE);
        assertThat(log.messages("INFO")).containsExactly("The sign-in store answers again");
    }

    @Test
    void oneWarningForEachOutageSaysWhatHappensMeanwhile() {
        for (int i = 0; i < 3; i++) {
            replica.ask(replica.signIn("ada", i));
        }
        replica.time.pass(Replica.TIMEOUT);
        replica.time.pass(SECOND);
        replica.ask(ada);
        replica.time.pass(Replica.TIMEOUT);

        assertThat(log.messages("WARN")).containsExactly("The sign-in store is unavailable (no answer within"
                + " quarkus.user-session.sign-in.store.timeout): until it answers again, nobody is signed in, and protected pages"
                + " answer 503. Find out what is wrong with the store; to let users in instead, set"
                + " quarkus.user-session.sign-in.store.unavailable=accept. This warning is logged once per outage");

        replica.store.answersAllWith(true);
        replica.time.pass(SECOND);
        replica.judge(ada);
        replica.store.failsAllWith(new ConnectException());
        replica.judge(replica.signIn("bob", 7));
        assertThat(log.messages("WARN")).hasSize(2);
    }

    @Test
    void theWarningSaysSoWhereUsersAreLetIn() {
        Replica lenient = new Replica(Replica.CACHE, true);
        lenient.store.failsAllWith(new ConnectException("ada"));

        assertThat(lenient.judge(ada)).isEqualTo(Verdict.UNAVAILABLE);

        assertThat(log.messages("WARN")).singleElement().asString()
                .startsWith("The sign-in store is unavailable (java.net.ConnectException at ")
                .contains("sign-ins are accepted without asking it",
                        "set quarkus.user-session.sign-in.store.unavailable=reject");
    }

    @Test
    void aSignInThatCanNotBeRegisteredIsNotedForDebugging() {
        replica.store.failsAllWith(new ConnectException("ada"));

        replica.book.begin(ada, "a browser");

        assertThat(log.messages("DEBUG")).singleElement().asString()
                .startsWith("A call to the sign-in store failed: java.net.ConnectException at ");
    }

    private void begin() {
        replica.ask(ada);
        replica.time.pass(Replica.TIMEOUT);
    }

    private static Supplier<SignInStore> answering(Supplier<Uni<?>> answer) {
        SignInStore store = new SignInStore() {

            @Override
            public Uni<Boolean> check(SignInCheck check) {
                return cast(answer.get());
            }

            @Override
            public Uni<List<SignIn>> list(String principal) {
                return cast(answer.get());
            }

            @Override
            public Uni<Void> end(String principal, String id) {
                return cast(answer.get());
            }

            @Override
            public Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId) {
                return cast(answer.get());
            }

            @SuppressWarnings("unchecked")
            private <T> Uni<T> cast(Uni<?> uni) {
                return (Uni<T>) uni;
            }
        };
        return () -> store;
    }
}
