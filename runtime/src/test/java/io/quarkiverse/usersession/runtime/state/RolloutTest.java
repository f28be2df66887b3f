package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;

/**
 * A secret is replaced while two replicas serve the same users, one of which always has the new configuration first. They list
 * their secrets in different orders.
 */
class RolloutTest {

    private static final String OLDER = "pB7yMw3Kz9Xt5Qv1Nc8Hd4Rf6Lj2Gs0Ea";
    private static final String OLD = "kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua";
    private static final String NEW = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";

    private static final KeyRing BEFORE = KeyRing.of(OLD, List.of(OLDER));
    private static final KeyRing STEP_ONE = KeyRing.of(OLD, List.of(NEW, OLDER));
    private static final KeyRing STEP_ONE_REORDERED = KeyRing.of(OLD, List.of(OLDER, NEW, OLD));
    private static final KeyRing STEP_TWO = KeyRing.of(NEW, List.of(OLDER, OLD));
    private static final KeyRing STEP_TWO_REORDERED = KeyRing.of(NEW, List.of(NEW, OLD, OLDER));

    private final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = { OLDER, OLD })
    void S30_nobodyLosesASessionInEitherStep(String firstSecret) {
        visit(KeyRing.of(firstSecret), session -> session.set("user", "ada"));

        serveFromBoth(BEFORE, STEP_ONE);
        serveFromBoth(STEP_ONE_REORDERED, STEP_ONE);
        serveFromBoth(STEP_ONE_REORDERED, STEP_TWO);
        serveFromBoth(STEP_TWO_REORDERED, STEP_TWO);
    }

    @Test
    void S30_aSecretThatSealsBeforeAllReplicasAcceptItLosesSessions() {
        visit(STEP_TWO, session -> session.set("user", "ada"));

        visit(BEFORE, session -> assertThat(session.isNew()).isTrue());
    }

    @Test
    void aCookieSealedWithTheCurrentSecretIsNotSealedAgain() {
        visit(STEP_TWO, session -> session.set("user", "ada"));

        assertThat(visit(STEP_TWO_REORDERED, session -> session.get("user")).kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void aReSealedSessionIsTheSameOneWithAFullLifetime() {
        visit(BEFORE, session -> session.set("user", "ada"));
        String id = browser.content().id().toString();

        Commit commit = visit(STEP_TWO, session -> session.get("user"));

        assertThat(commit.kind()).isEqualTo(Commit.Kind.RE_SEAL);
        assertThat(commit.maxAge()).isEqualTo(31_536_000);
        assertThat(commit.content().id().toString()).isEqualTo(id);
        assertThat(commit.content().entries()).containsOnly(Map.entry("user", "ada"));
    }

    private void serveFromBoth(KeyRing one, KeyRing other) {
        for (KeyRing replica : List.of(one, other, other, one, other)) {
            visit(replica, session -> assertThat(session.get("user")).contains("ada"));
        }
    }

    private Commit visit(KeyRing replica, Consumer<UserSession> work) {
        browser.secrets(replica);
        return browser.request(work);
    }
}
