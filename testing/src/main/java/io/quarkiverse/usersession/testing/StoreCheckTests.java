package io.quarkiverse.usersession.testing;

import static io.quarkiverse.usersession.testing.StoreUnderTest.ADA;
import static io.quarkiverse.usersession.testing.StoreUnderTest.FIREFOX;
import static io.quarkiverse.usersession.testing.StoreUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;

/** What a check answers, and what it writes. */
interface StoreCheckTests {

    @Test
    default void aSignInThatIsNotKnownIsActiveAndRegistered(StoreUnderTest store) {
        Instant at = store.now().minusSeconds(90);

        assertThat(store.isActive(ADA, 1, at)).isTrue();

        assertThat(store.listed(ADA)).isEqualTo(new SignIn(id(1), at, store.listed(ADA).lastSeenAt(), FIREFOX));
    }

    @Test
    default void aRegisteredSignInStaysActive(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);

        for (int i = 0; i < 5; i++) {
            store.advance(Duration.ofDays(6));
            assertThat(store.isActive(ADA, 1, at)).isTrue();
        }
        assertThat(store.ids(ADA)).containsExactly(id(1));
    }

    @Test
    default void timesAreInMilliseconds(StoreUnderTest store) {
        Instant at = Instant.ofEpochMilli(store.now().toEpochMilli() / 1000 * 1000 + 987).minusSeconds(90);

        store.register(ADA, 1, at.plusNanos(999_999));

        assertThat(store.listed(ADA).signedInAt()).isEqualTo(at);
    }

    @Test
    default void aCheckIsNotedWhenTheLastNoteIsOlderThanAMinute(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        Instant first = store.listed(ADA).lastSeenAt();

        store.advanceSeconds(50);
        store.isActive(ADA, 1, at);
        Instant soon = store.listed(ADA).lastSeenAt();
        store.advanceSeconds(60 + 10);
        store.isActive(ADA, 1, at);
        Instant later = store.listed(ADA).lastSeenAt();

        assertThat(first).as("to the minute").isBetween(at, at.plusSeconds(60));
        assertThat(soon).isEqualTo(first);
        assertThat(later).as("to the minute").isBetween(store.now().minusSeconds(60), store.now());
        assertThat(store.listed(ADA).signedInAt()).isEqualTo(at);
    }

    @Test
    default void aListAndAnEndedSignInNoteNothing(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);
        Instant first = store.listed(ADA).lastSeenAt();

        store.advanceSeconds(600);
        store.list(ADA);
        store.end(ADA, 2);
        store.isActive(ADA, 2, at);

        assertThat(store.listed(ADA).lastSeenAt()).isEqualTo(first);
    }

    @Test
    default void aSignInIsNeverSeenBeforeItBegan(StoreUnderTest store) {
        Instant ahead = store.now().plusSeconds(30);

        store.register(ADA, 1, ahead);

        assertThat(store.listed(ADA).signedInAt()).isEqualTo(ahead);
        assertThat(store.listed(ADA).lastSeenAt()).isAfterOrEqualTo(ahead);
    }

    @Test
    default void theUserAgentIsKeptAsItIs(StoreUnderTest store) {
        List<Optional<String>> userAgents = List.of(Optional.empty(), Optional.of("a"), Optional.of("x".repeat(120)),
                Optional.of("ü€😀".repeat(30)), Optional.of("{\"a\":'b'}|c;d:e,f\\g%h _<b>"), Optional.of("0"),
                Optional.of("null"), Optional.of(" curl/8 "));

        for (int i = 0; i < userAgents.size(); i++) {
            String user = "user " + i;
            store.isActive(new SignInCheck(user, id(i), store.now(), userAgents.get(i)));
            assertThat(store.listed(user).userAgent()).isEqualTo(userAgents.get(i));
        }
    }

    @Test
    default void aCheckWithoutAUserAgentKeepsTheOneThatIsKnown(StoreUnderTest store) {
        Instant at = store.now();
        store.isActive(new SignInCheck(ADA, id(1), at, Optional.of("Firefox/141.0, 'x'")));

        store.advanceSeconds(120);
        store.isActive(new SignInCheck(ADA, id(1), at, Optional.empty()));

        assertThat(store.listed(ADA).userAgent()).contains("Firefox/141.0, 'x'");
        assertThat(store.listed(ADA).lastSeenAt()).isAfter(at);
    }

    @Test
    default void theUserAgentIsThatOfTheRequestThatWasSeenLast(StoreUnderTest store) {
        Instant at = store.now();
        store.register(ADA, 1, at);

        store.advanceSeconds(120);
        store.isActive(new SignInCheck(ADA, id(1), at, Optional.of("Firefox/141.0")));

        assertThat(store.listed(ADA).userAgent()).contains("Firefox/141.0");
    }

    @Test
    default void anIdOfAnotherFormIsNotActiveAndNotRegistered(StoreUnderTest store) {
        for (String other : StoreUnderTest.otherForms()) {
            assertThat(store.isActive(new SignInCheck(ADA, other, store.now(), FIREFOX))).as("id '%s'", other).isFalse();
        }
        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    default void idsThatDifferInOneCharacterAreOfDifferentSignIns(StoreUnderTest store) {
        List<String> ids = List.of("AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAa", "aaaaaaaaaaaaaaaa", "aAAAAAAAAAAAAAAA",
                "A_AAAAAAAAAAAAAA", "A-AAAAAAAAAAAAAA", "________________", "----------------", "0000000000000000");
        ids.forEach(each -> store.isActive(new SignInCheck(ADA, each, store.now(), FIREFOX)));

        store.end(ADA, ids.get(0));
        store.end(ADA, ids.get(6));

        for (String each : ids) {
            assertThat(store.isActive(new SignInCheck(ADA, each, store.now(), FIREFOX))).as(each)
                    .isEqualTo(ids.indexOf(each) % 6 != 0);
        }
    }
}
