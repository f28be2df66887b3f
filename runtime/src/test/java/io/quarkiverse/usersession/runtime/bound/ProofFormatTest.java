package io.quarkiverse.usersession.runtime.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;

class ProofFormatTest {

    private static final String SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";
    private static final String SIGN_IN = "c2lnbi1pbi1pZC0x";
    private static final long NOW = 1_700_000_000L;

    private final ProofFormat proofs = proofs("__session-proof", KeyRing.of(SECRET));

    @Test
    void provesItsSignInForTenMinutesAndAMinuteOfGrace() {
        String cookie = "__session-proof=" + proofs.seal(SIGN_IN, NOW);

        assertThat(isProven(cookie, NOW)).isTrue();
        assertThat(isProven(cookie, NOW + 659)).isTrue();
        assertThat(isProven(cookie, NOW + 660)).isFalse();
        assertThat(proofs.isProven(List.of(cookie), "another", NOW)).isFalse();
    }

    @Test
    void nothingElseProvesIt() {
        String value = proofs.seal(SIGN_IN, NOW);
        Challenges challenges = Challenges.ofRefresh("__session-proof", KeyRing.of(SECRET), new SecureRandom()::nextBytes);

        for (String cookie : List.of("", "__session-proof=", "__session-proof=x", "__session=" + value,
                "__session-proof=" + value + "A", "__session-proof=" + challenges.make(SIGN_IN, NOW),
                "__session-proof=" + proofs("__other-proof", KeyRing.of(SECRET)).seal(SIGN_IN, NOW),
                "__session-proof=" + proofs("__session-proof", KeyRing.of(SECRET + "x")).seal(SIGN_IN, NOW))) {
            assertThat(isProven(cookie, NOW)).as(cookie).isFalse();
        }
        assertThat(proofs.isProven(List.of(), SIGN_IN, NOW)).isFalse();
    }

    @Test
    void isFoundAmongOthers() {
        String garbage = "__session-proof=x; a=b; __session-proof=" + proofs.seal("another", NOW) + "; ";

        assertThat(isProven(garbage + "__session-proof=" + proofs.seal(SIGN_IN, NOW), NOW)).isTrue();
        assertThat(proofs.isThere(List.of("a=b; __session-proof=x"))).isTrue();
        assertThat(proofs.isThere(List.of("a=b; __session-proof=; __session-proofs=x"))).isFalse();
    }

    @Test
    void S31_noMoreThanEightAreDecrypted() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add("__session-proof=garbage");
        }
        for (int i = 0; i < 8; i++) {
            lines.add("__session-proof=" + proofs.seal("another", NOW));
        }
        lines.add("__session-proof=" + proofs.seal(SIGN_IN, NOW));

        assertThat(proofs.isProven(lines, SIGN_IN, NOW)).isFalse();
        lines.remove(100);
        assertThat(proofs.isProven(lines, SIGN_IN, NOW)).isTrue();
    }

    private boolean isProven(String cookie, long now) {
        return proofs.isProven(List.of(cookie), SIGN_IN, now);
    }

    private static ProofFormat proofs(String name, KeyRing keys) {
        return new ProofFormat(name, keys, new SecureRandom()::nextBytes);
    }
}
