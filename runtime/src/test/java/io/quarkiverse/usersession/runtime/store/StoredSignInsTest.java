package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInStoreException;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.Stub;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** What an application does with sign-ins. */
class StoredSignInsTest {

    private final CapturedLog log = new CapturedLog();
    private final Replica replica = new Replica();
    private final SignedIn ada = replica.signIn("ada", 1);
    private final SignedIn tablet = replica.signIn("ada", 2);
    private final SignedIn bob = replica.signIn("bob", 3);
    private final UserSession session = Stub.of(UserSession.class, Map.of());
    private SignedIn user = ada;
    private final SignIns signIns = replica.book.signIns(asked -> asked == session ? user : null);

    @AfterEach
    void noLogHasAUserInIt() {
        log.close();
        assertThat(log.text()).doesNotContain("ada", "bob", "sign-in-0");
    }

    @Test
    void listsWhatTheStoreHas() {
        List<SignIn> list = List.of(listed(2), listed(1));
        replica.store.answersAllWith(list);

        assertThat(now(signIns.list("ada"))).isEqualTo(list);
        assertThat(replica.store.texts()).containsExactly("list ada");
    }

    @Test
    void doesNotListWhatThisReplicaHasEnded() {
        replica.book.end(tablet);
        replica.store.answersAllWith(List.of(listed(2), listed(1)));

        assertThat(now(signIns.list("ada"))).extracting(SignIn::id).containsExactly(ada.id());
    }

    @Test
    void signsOutOneOfAUser() {
        replica.store.answersAllWith(true);
        replica.judge(ada);
        replica.judge(tablet);
        replica.store.answersAllWith(null);

        assertThat(now(signIns.signOut("ada", ada.id()))).isNull();

        assertThat(replica.store.texts()).last().isEqualTo("end ada " + ada.id());
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
        assertThat(replica.judge(tablet)).isEqualTo(Verdict.ACTIVE);
        assertThat(replica.metrics.ended(StoreOperation.END)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "sign-in-0000001", "sign-in-000000012", "sign-in-0000000/", "../sign-in-00001", "*", "!" })
    void whatIsNoIdEndsNothing(String id) {
        assertThat(now(signIns.signOut("ada", id))).isNull();

        assertThat(replica.store.commands).isEmpty();
    }

    @Test
    void signsOutEverywhere() {
        replica.store.answersAllWith(true);
        SignedIn before = ada.at(ada.at() - 1);
        replica.judge(before);
        replica.store.answersAllWith(null);

        now(signIns.signOutEverywhere("ada"));

        assertThat(replica.store.texts()).last().isEqualTo("endAll ada " + replica.time.millis() + " -");
        assertThat(replica.judge(before)).isEqualTo(Verdict.ENDED);
        assertThat(replica.metrics.ended(StoreOperation.END_ALL)).isEqualTo(1);
    }

    @Test
    void aSignInOfTheSameMillisecondFollowsTheEndOfAll() {
        replica.store.answersAllWith(null);
        now(signIns.signOutEverywhere("ada"));

        replica.store.answersAllWith(true);
        assertThat(replica.judge(replica.signIn("ada", 9))).isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void theEndOfAllIsOfOneUser() {
        signIns.signOutEverywhere("ada").subscribe().with(nothing -> {
        });

        replica.store.answersAllWith(true);
        assertThat(replica.judge(bob.at(bob.at() - 1))).isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void signsOutElsewhere() {
        replica.time.pass(Duration.ofSeconds(1));
        replica.store.answersAllWith(true);
        replica.judge(ada);
        replica.judge(tablet);
        replica.store.behaviour = command -> command.check == null ? Uni.createFrom().nullItem() : Uni.createFrom().item(true);

        now(signIns.signOutElsewhere(session));

        assertThat(replica.store.texts()).last()
                .isEqualTo("endAll ada " + replica.time.millis() + " " + ada.id());
        assertThat(replica.judge(tablet)).isEqualTo(Verdict.ENDED);
        replica.store.answersAllWith(true);
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
    }

    /** A store takes what is excepted from an ending of all for active, if it does not know it. */
    @Test
    void S40_whoHasBeenSignedOutElsewhereSignsOutNobody() {
        replica.store.answersAllWith(false);

        assertThatThrownBy(() -> now(signIns.signOutElsewhere(session))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Nobody is signed in");
        assertThat(replica.store.count("endAll")).isZero();
    }

    /** Another replica may have ended it since the last answer. */
    @Test
    void S40_whoSignsOutOthersIsAskedForAlsoWhereAnAnswerIsCached() {
        replica.store.answersAllWith(true);
        replica.judge(ada);
        replica.store.answersAllWith(false);

        assertThatThrownBy(() -> now(signIns.signOutElsewhere(session))).isInstanceOf(IllegalStateException.class);
        assertThat(replica.store.count("endAll")).isZero();
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("ada"), new IOException("ada"),
                SignInStoreException.unavailable("it is being loaded"));
    }

    /** The store may know that it has ended, and would take it for active again. */
    @ParameterizedTest
    @MethodSource("failures")
    void S40_whoCanNotBeConfirmedSignsOutNobody(Throwable failure) {
        replica.time.pass(Duration.ofSeconds(1));
        replica.store.behaviour = command -> command.check == null ? Uni.createFrom().nullItem()
                : Uni.createFrom().failure(failure);

        for (int i = 0; i < 2; i++) { // in an outage the store is not asked at all
            assertThatThrownBy(() -> now(signIns.signOutElsewhere(session)))
                    .isInstanceOf(RuntimeException.class).isNotInstanceOf(IllegalStateException.class)
                    .hasMessage("The other sign-ins of a user were not ended, because the sign-in store is unavailable and"
                            + " could not confirm the current one: call the method again");
        }

        assertThat(replica.store.count("endAll")).isZero();
        assertThat(replica.book.isEnded(tablet)).isFalse();
    }

    @Test
    void S40_anEndedSignInIsNotRevivedByOneThatSignsOutOthersInAnOutage() {
        InMemorySignInStore memory = new InMemorySignInStore(replica.time, Duration.ofDays(1));
        replica.time.pass(Duration.ofSeconds(1));
        now(memory.endAll("ada", Instant.ofEpochMilli(replica.time.millis()), Optional.empty())); // not on this replica
        replica.store.failsAllWith(SignInStoreException.unavailable("it is being loaded"));
        assertThat(replica.judge(bob)).isEqualTo(Verdict.UNAVAILABLE);
        replica.store.behaviour = command -> command.check != null ? memory.check(command.check)
                : memory.endAll("ada", Instant.ofEpochMilli(replica.time.millis()), Optional.of(ada.id()));

        assertThatThrownBy(() -> now(signIns.signOutElsewhere(session))).hasMessageContaining("were not ended");

        replica.time.pass(Duration.ofSeconds(1));
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void othersAreEndedHereAlsoIfTheStoreCanNotEndThem() {
        replica.time.pass(Duration.ofSeconds(1));
        replica.store.behaviour = command -> command.check == null ? Uni.createFrom().failure(new IOException("ada"))
                : Uni.createFrom().item(true);

        assertThatThrownBy(() -> now(signIns.signOutElsewhere(session))).hasMessageContaining("could not be ended");
        assertThat(replica.judge(tablet)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void nobodyWhoIsNotSignedInSignsOutElsewhere() {
        user = null;

        assertThatThrownBy(() -> now(signIns.signOutElsewhere(session))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Nobody is signed in");
        assertThat(replica.store.commands).isEmpty();
    }

    @Test
    void allAreEndedHereBeforeTheStoreIsTold() {
        replica.time.pass(Duration.ofSeconds(1));

        CompletableFuture<Void> ending = signIns.signOutEverywhere("ada").subscribeAsCompletionStage();

        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
        assertThat(replica.book.isEnded(tablet)).isTrue();
        assertThat(ending).isNotDone();
    }

    @Test
    void anAnswerToAQuestionFromBeforeTheEndOfAllIsNeitherBelievedNorKept() {
        SignedIn ahead = replica.signIn("ada", 4).at(replica.time.millis() + 30_000);
        SignedIn before = ada.at(ada.at() - 1);
        CompletableFuture<Verdict> asked = replica.ask(before);
        FakeStore.Command check = replica.store.last();
        replica.ask(ahead);
        FakeStore.Command checkOfAhead = replica.store.last();

        signIns.signOutEverywhere("ada").subscribeAsCompletionStage();
        check.answer(true);
        checkOfAhead.answer(true);

        assertThat(asked).isCompletedWithValue(Verdict.ENDED);
        assertThat(replica.ask(ahead)).isNotDone();
    }

    /** The mark does not tell that it has ended, only the store does, which knows it. */
    @Test
    void aSignInFromAReplicaWhoseClockIsAheadIsAskedForAnewWhenTheStoreHasConfirmed() {
        SignedIn ahead = replica.signIn("ada", 4).at(replica.time.millis() + 30_000);
        CompletableFuture<Void> ending = signIns.signOutEverywhere("ada").subscribeAsCompletionStage();
        FakeStore.Command endAll = replica.store.last();
        replica.store.answersAllWith(true);
        assertThat(replica.judge(ahead)).isEqualTo(Verdict.ACTIVE);
        replica.store.answersNothing();
        SignedIn other = replica.signIn("ada", 5);
        replica.ask(other);
        FakeStore.Command checkOfOther = replica.store.last();

        endAll.answer(null);
        checkOfOther.answer(true);

        assertThat(ending).isCompleted();
        replica.store.answersAllWith(false);
        assertThat(replica.judge(ahead)).isEqualTo(Verdict.ENDED);
        assertThat(replica.judge(other)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void tellsWhetherASignInIsActive() {
        replica.store.answersAllWith(true);
        assertThat(now(signIns.isActive(session))).isTrue();
        replica.book.end(ada);
        assertThat(now(signIns.isActive(session))).isFalse();
        user = null;
        assertThat(now(signIns.isActive(session))).isFalse();
    }

    static Stream<Function<SignIns, Uni<?>>> endings() {
        return Stream.of(signIns -> signIns.signOut("ada", Replica.id(1)), signIns -> signIns.signOutEverywhere("ada"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anEndingThatFailsHasEndedTheSignInOnThisReplica(Function<SignIns, Uni<?>> ending) {
        replica.time.pass(Duration.ofSeconds(1));
        replica.store.failsAllWith(new IOException("ada"));

        assertThatThrownBy(() -> now(ending.apply(signIns)))
                .hasMessageContaining(
                        "could not be ended on other replicas because the sign-in store failed: java.io.IOException at ")
                .hasMessageNotContaining("ada")
                .hasNoCause();
        replica.time.pass(Duration.ofDays(1));
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anHourAfterTheStoreHasConfirmedItIsAskedAgain(Function<SignIns, Uni<?>> ending) {
        replica.time.pass(Duration.ofSeconds(1));
        replica.store.answersAllWith(null);
        now(ending.apply(signIns));
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);

        replica.time.pass(Duration.ofHours(1));
        now(signIns.signOut("bob", bob.id()));

        replica.store.answersAllWith(false);
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
        assertThat(replica.store.texts()).last().isEqualTo("check ada " + ada.id());
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anEndingThatIsNotAnsweredFailsAfterTheTimeout(Function<SignIns, Uni<?>> ending) {
        CompletableFuture<?> result = ending.apply(signIns).subscribeAsCompletionStage();
        replica.time.pass(Replica.TIMEOUT.minusMillis(1));
        assertThat(result).isNotDone();
        replica.time.pass(Duration.ofMillis(1));

        assertThat(result).isCompletedExceptionally();
        assertThat(replica.store.last().cancelled).isTrue();
    }

    @Test
    void endingIsTriedDuringAnOutageToo() {
        replica.store.failsAllWith(new IOException("ada"));
        replica.judge(bob);
        replica.store.answersAllWith(null);

        now(signIns.signOut("ada", ada.id()));

        assertThat(replica.store.count("end")).isEqualTo(1);
        assertThat(replica.judge(bob)).isEqualTo(Verdict.UNAVAILABLE);
    }

    @Test
    void whatFailsOtherwiseIsNoOutage() {
        replica.store.failsAllWith(new IOException("ada"));
        assertThatThrownBy(() -> now(signIns.list("ada"))).hasMessageContaining("could not be listed");
        assertThatThrownBy(() -> now(signIns.signOutEverywhere("ada"))).hasMessageContaining("could not be ended");

        replica.store.answersAllWith(true);
        assertThat(replica.judge(bob)).isEqualTo(Verdict.ACTIVE);
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void aListThatIsNoneIsAFailure() {
        replica.store.answersAllWith(null);

        assertThatThrownBy(() -> now(signIns.list("ada"))).hasMessageContaining("null where there has to be an answer");
        assertThat(replica.metrics.failures(StoreOperation.LIST)).isEqualTo(1);
    }

    @Test
    void whetherItIsActiveIsAFailureWhereTheStoreDoesNotSay() {
        replica.store.failsAllWith(new IOException("ada"));

        assertThatThrownBy(() -> now(signIns.isActive(session))).hasMessageContaining("the sign-in store is unavailable");
    }

    @Test
    void nothingBeginsBeforeSomebodySubscribesAndEachSubscriptionBeginsAnew() {
        replica.store.answersAllWith(null);

        Uni<Void> ending = signIns.signOut("ada", ada.id());
        signIns.list("ada");
        signIns.signOutEverywhere("ada");
        signIns.signOutElsewhere(session);
        signIns.isActive(session);
        assertThat(replica.store.commands).isEmpty();
        assertThat(replica.book.isEnded(ada)).isFalse();

        now(ending);
        now(ending);
        assertThat(replica.store.count("end")).isEqualTo(2);
    }

    @Test
    void nullIsRefusedAndNamed() {
        assertThatThrownBy(() -> signIns.list(null)).hasMessage("principal must not be null");
        assertThatThrownBy(() -> signIns.signOut(null, ada.id())).hasMessage("principal must not be null");
        assertThatThrownBy(() -> signIns.signOut("ada", null)).hasMessage("signInId must not be null");
        assertThatThrownBy(() -> signIns.signOutEverywhere(null)).hasMessage("principal must not be null");
        assertThatThrownBy(() -> signIns.signOutElsewhere(null)).hasMessage("session must not be null");
        assertThatThrownBy(() -> signIns.isActive(null)).hasMessage("session must not be null");
    }

    @Test
    void goesOnOnTheEventLoopThatAsked() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context context = vertx.getOrCreateContext();
            CompletableFuture<Boolean> onEventLoop = new CompletableFuture<>();
            context.runOnContext(ignored -> {
                signIns.signOut("ada", ada.id()).subscribe().with(nothing -> onEventLoop
                        .complete(Vertx.currentContext() == context && Context.isOnEventLoopThread()));
                new Thread(() -> replica.store.last().answer(null), "of the store").start();
            });

            assertThat(onEventLoop.get(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            vertx.close();
        }
    }

    private SignIn listed(int number) {
        return new SignIn(Replica.id(number), Instant.ofEpochMilli(ada.at()), Instant.ofEpochMilli(ada.at()),
                Optional.empty());
    }

    /** What the store answers at once. */
    private static <T> T now(Uni<T> uni) {
        CompletableFuture<T> result = uni.subscribeAsCompletionStage();
        assertThat(result).isDone();
        try {
            return result.join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }
}
