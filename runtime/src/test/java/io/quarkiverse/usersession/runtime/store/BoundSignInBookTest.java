package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.testsupport.Stub;
import io.smallrye.mutiny.Uni;

/** Sign-ins that are bound to a browser, and copies of their cookies from before. */
class BoundSignInBookTest {

    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final Replica replica = Replica.binding(true);
    private final InMemorySignInStore memory = new InMemorySignInStore(replica.time, Duration.ofDays(1));
    private final SignedIn ada = replica.signIn("ada", 1);
    private final SignedIn bound = ada.bind();

    @BeforeEach
    void rememberInMemory() {
        replica.store.behaviour = command -> command.check == null ? Uni.createFrom().nullItem() : memory.check(command.check);
    }

    private void bind() {
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
        assertThat(replica.judge(bound)).isEqualTo(Verdict.ACTIVE);
        replica.time.pass(UNDER_WAY.plusMillis(1));
    }

    @Test
    void aCopyIsRefusedWhenTheRequestsUnderWayHaveBeenAnswered() {
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);
        assertThat(replica.judge(bound)).isEqualTo(Verdict.ACTIVE);
        replica.time.pass(UNDER_WAY);
        assertThat(replica.judge(ada)).isEqualTo(Verdict.ACTIVE);

        replica.time.pass(Replica.CACHE);

        assertThat(replica.judge(ada)).isEqualTo(Verdict.UNBOUND_COPY);
        assertThat(replica.judge(bound)).isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void aRefusedCopyDoesNotEndTheSignIn() {
        bind();

        assertThat(replica.judge(ada)).isEqualTo(Verdict.UNBOUND_COPY);

        // also for the browser whose cookie could not be written anew
        assertThat(replica.book.isEnded(ada)).isFalse();
        assertThat(replica.book.isEnded(bound)).isFalse();
    }

    @Test
    void answersAboutACopyAndAboutItsSignInAreKeptApart() {
        bind();
        replica.judge(ada);
        replica.judge(bound);
        long asked = replica.store.count("check");

        assertThat(replica.judge(ada)).isEqualTo(Verdict.UNBOUND_COPY);
        assertThat(replica.judge(bound)).isEqualTo(Verdict.ACTIVE);
        assertThat(replica.store.count("check")).isEqualTo(asked);
        assertThat(replica.metrics.fromCache(Verdict.UNBOUND_COPY)).isEqualTo(1);
    }

    @Test
    void questionsAboutACopyAndAboutItsSignInAreNotShared() {
        replica.store.answersNothing();
        CompletableFuture<Verdict> copy = replica.ask(ada);
        CompletableFuture<Verdict> signIn = replica.ask(bound);

        replica.store.last().answer(true);

        assertThat(signIn).isCompletedWithValue(Verdict.ACTIVE);
        assertThat(copy).isNotDone();
    }

    @Test
    void anEndedSignInIsEndedWhateverTheCookieSays() {
        bind();
        memory.end("ada", ada.id()).await().indefinitely();

        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
        assertThat(replica.book.isEnded(bound)).as("not asked about yet").isFalse();
        assertThat(replica.judge(bound)).isEqualTo(Verdict.ENDED);
        assertThat(replica.book.isEnded(ada)).isTrue();
        assertThat(replica.book.isEnded(bound)).isTrue();
    }

    @Test
    void whatIsEndedHereIsEndedWhateverTheCookieSays() {
        replica.judge(ada);
        replica.judge(bound);

        replica.book.end(ada);

        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
        assertThat(replica.judge(bound)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void noAnswerFromBeforeAnEndOfAllIsKept() {
        SignedIn ahead = new SignedIn(Replica.id(2), "ada", ada.roles(), ada.at() + 1_000);
        replica.judge(ahead);
        replica.judge(ahead.bind());
        signIns(null).signOutEverywhere("ada").await().indefinitely();

        replica.store.answersAllWith(false);

        assertThat(replica.judge(ahead)).isEqualTo(Verdict.ENDED);
        assertThat(replica.judge(ahead.bind())).isEqualTo(Verdict.ENDED);
    }

    /** Even where users are let in without the store. */
    @Test
    void S38_aRefusedSignInStaysRefusedWhereTheStoreDoesNotSayWhy() {
        replica.store.behaviour = command -> command.check.bound() ? Uni.createFrom().failure(new IOException("gone"))
                : Uni.createFrom().item(false);

        assertThat(replica.judge(ada)).isEqualTo(Verdict.REFUSED);
        assertThat(replica.book.isEnded(ada)).isFalse();
        assertThat(replica.metrics.fromStore(Verdict.REFUSED)).isEqualTo(1);
    }

    @Test
    void S38_aRefusalWithoutAReasonCountsForOneRequestOnly() {
        bind();
        replica.store.behaviour = command -> command.check.bound() ? Uni.createFrom().failure(new IOException("gone"))
                : memory.check(command.check);
        replica.judge(ada);
        memory.end("ada", ada.id()).await().indefinitely();

        replica.store.behaviour = command -> memory.check(command.check);

        assertThat(replica.judge(ada)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void aStoreThatStopsAnsweringBeforeItSaysWhyIsUnavailable() {
        replica.store.behaviour = command -> command.check.bound() ? null : Uni.createFrom().item(false);
        CompletableFuture<Verdict> request = replica.ask(ada);

        replica.time.pass(Replica.TIMEOUT);

        assertThat(request).isCompletedWithValue(Verdict.REFUSED);
        assertThat(replica.judge(replica.signIn("bob", 2))).isEqualTo(Verdict.UNAVAILABLE);
    }

    @Test
    void aRefusalWithoutAReasonIsNotActiveAndSignsNobodyOut() {
        replica.store.behaviour = command -> command.check.bound() ? Uni.createFrom().failure(new IOException("gone"))
                : Uni.createFrom().item(false);
        UserSession session = Stub.of(UserSession.class, Map.of());

        assertThat(signIns(ada).isActive(session).await().indefinitely()).isFalse();
        assertThatThrownBy(() -> signIns(ada).signOutElsewhere(session).await().indefinitely())
                .isInstanceOf(IllegalStateException.class);
        assertThat(replica.store.count("endAll")).isZero();
    }

    @Test
    void theQuestionWhyNotesNothingButThatItWasAsked() {
        bind();

        replica.judge(ada);

        assertThat(replica.store.last().check.bound()).isTrue();
        assertThat(replica.store.last().check.userAgent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void withoutBindingsARefusalNeedsNoReason(boolean cookieSaysBound) {
        Replica other = new Replica();
        other.store.answersAllWith(false);

        assertThat(other.judge(cookieSaysBound ? bound : ada)).isEqualTo(Verdict.ENDED);
        assertThat(other.store.count("check")).isEqualTo(1);
    }

    @Test
    void aCopyIsNotActiveAndSignsNobodyOut() {
        bind();
        UserSession session = Stub.of(UserSession.class, Map.of());

        assertThat(signIns(ada).isActive(session).await().indefinitely()).isFalse();
        assertThat(signIns(bound).isActive(session).await().indefinitely()).isTrue();
        assertThatThrownBy(() -> signIns(ada).signOutElsewhere(session).await().indefinitely())
                .isInstanceOf(IllegalStateException.class);
        assertThat(replica.store.count("endAll")).isZero();
        signIns(bound).signOutElsewhere(session).await().indefinitely();
        assertThat(replica.store.count("endAll")).isEqualTo(1);
    }

    private SignIns signIns(SignedIn signedIn) {
        return replica.book.signIns(any -> signedIn);
    }
}
