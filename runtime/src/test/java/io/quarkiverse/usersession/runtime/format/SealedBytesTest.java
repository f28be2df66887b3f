package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

class SealedBytesTest {

    private static final KeyRing KEYS = KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a");
    private static final KeyRing OTHER = KeyRing.of("Tz6Rk1Wq8Nf3Xb5Yd0Lh7Vc2Js9Gm4Pa");
    private static final KeyRing ROTATED = KeyRing.of("Tz6Rk1Wq8Nf3Xb5Yd0Lh7Vc2Js9Gm4Pa",
            List.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"));

    private static final Randomness RANDOM = new Random(18)::nextBytes;

    private final SealedBytes sealed = sealed(KeyPurpose.DEVICE_PROOF, "__session-proof", KEYS);

    @Test
    void opensWhatItSealed() {
        for (String content : List.of("four", "eight by", "a content of twenty.")) {
            assertThat(open(sealed, sealed.seal(content.getBytes()))).isEqualTo(content);
        }
    }

    @Test
    void S26_whatIsSealedForOnePurposePassesForNoOther() {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            String text = sealed(purpose, "here", KEYS).seal("content".getBytes());

            for (KeyPurpose other : KeyPurpose.values()) {
                assertThat(open(sealed(other, "here", KEYS), text)).isEqualTo(other == purpose ? "content" : null);
            }
        }
    }

    @Test
    void S2_whatIsSealedForOnePlacePassesInNoOther() {
        String text = sealed.seal("content".getBytes());

        for (String place : List.of("", "__session-proo", "__session-prooff", "__other-proof", "_session-proof")) {
            assertThat(open(sealed(KeyPurpose.DEVICE_PROOF, place, KEYS), text)).isNull();
        }
    }

    @Test
    void tellsAnAcceptedSecretFromTheCurrentOneAndFromAnUnknownOne() {
        String text = sealed.seal("content".getBytes());
        SealedBytes rotated = sealed(KeyPurpose.DEVICE_PROOF, "__session-proof", ROTATED);
        SealedBytes other = sealed(KeyPurpose.DEVICE_PROOF, "__session-proof", OTHER);

        assertThat(open(rotated, text)).isEqualTo("content");
        assertThat(rotated.isOfCurrentKey(rotated.look(text))).isFalse();
        assertThat(sealed.isOfCurrentKey(sealed.look(text))).isTrue();
        assertThat(rotated.isOfUnknownKey(text)).isFalse();
        assertThat(other.isOfUnknownKey(text)).isTrue();
        assertThat(other.look(text)).isNull();
    }

    @Test
    void sealsNothingThatItWouldNotOpen() {
        assertThatThrownBy(() -> sealed.seal(new byte[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealed.seal(new byte[21])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void S10_noTextIsAnErrorAndNoneButTheSealedOneOpens() {
        long seed = 17;
        Random random = new Random(seed);
        String text = sealed.seal("content".getBytes());
        for (int i = 0; i < 20_000; i++) {
            StringBuilder mutant = new StringBuilder(text);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutant.setCharAt(random.nextInt(mutant.length()),
                        (char) (random.nextInt(10) == 0 ? random.nextInt(0x300) : 33 + random.nextInt(94)));
            }
            mutant.setLength(random.nextInt(3) == 0 ? random.nextInt(mutant.length()) : mutant.length());
            if (!mutant.toString().equals(text)) {
                assertThat(open(sealed, mutant.toString())).as("seed %d, round %d", seed, i).isNull();
                sealed.isOfUnknownKey(mutant.toString());
            }
        }
        for (String odd : List.of("", "A", "AAAA", text + text, text + "A", "A".repeat(5000))) {
            assertThat(open(sealed, odd)).isNull();
            assertThat(sealed.isOfUnknownKey(odd)).isFalse();
        }
    }

    private static SealedBytes sealed(KeyPurpose purpose, String place, KeyRing keys) {
        return new SealedBytes(purpose, place, keys, RANDOM, 4, 20);
    }

    private static String open(SealedBytes sealed, String text) {
        byte[] message = sealed.look(text);
        ByteBuffer content = message == null ? null : sealed.open(message);
        if (content == null) {
            return null;
        }
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return new String(bytes);
    }
}
