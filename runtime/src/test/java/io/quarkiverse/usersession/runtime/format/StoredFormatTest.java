package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

class StoredFormatTest {

    private static final String SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";
    private static final String OTHER = "Xk7Pq2Lm9Vb4Nc8Rt5Wd1Hz6Gy3Fs0Ja";
    private static final Randomness RANDOM = new SecureRandom()::nextBytes;
    private static final StoredReference REFERENCE = StoredReference.first(RANDOM);
    private static final Map<String, Object> VALUE = Map.of("lines", List.of("bread", 2));

    private final StoredFormat format = format("default", KeyRing.of(SECRET));

    private static StoredFormat format(String session, KeyRing keys) {
        return new StoredFormat(session, keys, RANDOM);
    }

    private byte[] sealed() {
        return format.seal(format.content(VALUE), "cart", REFERENCE);
    }

    @Test
    void aContentIsSealedAsOftenAsItIsNeeded() {
        byte[] content = format.content(VALUE);

        byte[] one = format.seal(content, "cart", REFERENCE);
        byte[] other = format.seal(content, "cart", REFERENCE);

        assertThat(one).isNotEqualTo(other).hasSize(50 + format.jsonBytes(content));
        assertThat(format.jsonBytes(format.content("€"))).as("with its quotes").isEqualTo(5);
        assertThat(format.open(one, "cart", REFERENCE)).isEqualTo(new StoredContent(VALUE, true));
        assertThat(format.open(other, "cart", REFERENCE)).isEqualTo(new StoredContent(VALUE, true));
    }

    @Test
    void whateverCanBeSealedIsRead() {
        Map<String, Object> large = Map.of("x".repeat(100_000), "€".repeat(1_000_000), "number",
                BigInteger.TEN.pow(10_000), "fraction", new BigDecimal(BigInteger.TEN.pow(10_000).add(BigInteger.ONE), 5));

        byte[] sealed = format.seal(format.content(large), "cart", REFERENCE);

        assertThat(format.open(sealed, "cart", REFERENCE)).isEqualTo(new StoredContent(large, true));
    }

    @Test
    void itOpensOnlyForItsSessionItsKeyAndItsReference() {
        assertThat(format.open(sealed(), "notes", REFERENCE)).isNull();
        assertThat(format.open(sealed(), "cart", REFERENCE.next(RANDOM))).isNull();
        assertThat(format.open(sealed(), "cart", StoredReference.first(RANDOM))).isNull();
        assertThat(format("default2", KeyRing.of(SECRET)).open(sealed(), "cart", REFERENCE)).isNull();
        assertThat(format("defaul", KeyRing.of(SECRET)).open(sealed(), "tcart", REFERENCE)).isNull();
    }

    @Test
    void anAcceptedSecretOpensItAndAnUnknownOneDoesNot() {
        assertThat(format("default", KeyRing.of(OTHER, List.of(SECRET))).open(sealed(), "cart", REFERENCE))
                .isEqualTo(new StoredContent(VALUE, false));
        assertThat(format("default", KeyRing.of(OTHER)).open(sealed(), "cart", REFERENCE)).isNull();
    }

    @Test
    void damagedBytesOpenNothing() {
        byte[] sealed = sealed();
        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 0x40;
            assertThat(format.open(damaged, "cart", REFERENCE)).as("byte %s", i).isNull();
            assertThat(format.open(Arrays.copyOf(sealed, i), "cart", REFERENCE)).as("%s bytes", i).isNull();
        }
        assertThat(format.open(Arrays.copyOf(sealed, sealed.length + 1), "cart", REFERENCE)).isNull();
    }

    @Test
    void S17_aReferenceHasOneForm() {
        assertThat(StoredReference.of(REFERENCE.toEntry())).isEqualTo(REFERENCE);
        assertThat(REFERENCE.next(RANDOM).family()).isEqualTo(REFERENCE.family());
        assertThat(REFERENCE.next(RANDOM).version()).isNotEqualTo(REFERENCE.version());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "..", "../../../../../../../../../../../../../../..",
            "*******************************************",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", "AAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "A/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
    void S17_anythingElseIsNone(String text) {
        assertThat(StoredReference.of(text)).isNull();
    }

    @Test
    void S17_noOtherTypeIsAReference() {
        assertThat(StoredReference.of(null)).isNull();
        assertThat(StoredReference.of(List.of(REFERENCE.toEntry()))).isNull();
        assertThat(StoredReference.of(1)).isNull();
    }

    @Test
    void noTextOfItShowsDataOrTheReference() {
        assertThat(REFERENCE.toString()).doesNotContain(REFERENCE.family()).doesNotContain(REFERENCE.version());
        assertThat(new StoredContent(VALUE, true).toString()).doesNotContain("bread");
    }
}
