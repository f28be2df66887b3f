package io.quarkiverse.usersession.runtime.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

class WantedFormatTest {

    private static final String SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";
    private static final String OTHER_SECRET = "Tz6Rk1Wq8Nf3Xb5Yd0Lh7Vc2Js9Gm4Pa";
    private static final String NAME = "__session-wanted";
    private static final long NOW = 1_700_000_000L;

    /** The same values each time: random ones have any short text in them now and then. */
    private static final Randomness RANDOM = new Random(2)::nextBytes;

    private final WantedFormat format = format(NAME, KeyRing.of(SECRET));

    @Test
    void opensWhatItSealed() {
        for (String location : List.of("/", "/orders?of=2026", "/" + "x".repeat(511))) {
            assertThat(open(format.seal(location, NOW), NOW)).isEqualTo(location);
        }
    }

    @Test
    void isGoodForTenMinutes() {
        String value = format.seal("/orders", NOW);

        assertThat(open(value, NOW + 599)).isEqualTo("/orders");
        assertThat(open(value, NOW + 600)).isNull();
        assertThat(open(value, NOW - 60)).isEqualTo("/orders");
        assertThat(open(value, NOW - 61)).isNull();
    }

    @Test
    void S2_opensUnderItsOwnNameOnly() {
        String value = format.seal("/orders", NOW);

        for (String name : List.of("__session", "__onboarding-wanted", "session-wanted", "__session-wante",
                "__session-wantedd")) {
            assertThat(format(name, KeyRing.of(SECRET)).open(List.of(value), NOW)).isNull();
        }
    }

    @Test
    void S26_neitherCookiePassesForTheOther() {
        CookieFormat session = new CookieFormat(NAME, CookieScope.DEFAULT, KeyRing.of(SECRET), RANDOM);

        assertThat(session.open(format.seal("/" + "x".repeat(200), NOW)).isValid()).isFalse();
        assertThat(open(session.seal(CookieFormatTest.CONTENT), CookieFormatTest.CONTENT.issuedAt())).isNull();
    }

    @Test
    void opensWhatAnAcceptedSecretHasSealed() {
        String value = format.seal("/orders", NOW);

        assertThat(format(NAME, KeyRing.of(OTHER_SECRET, List.of(SECRET))).open(List.of(value), NOW)).isEqualTo("/orders");
        assertThat(format(NAME, KeyRing.of(OTHER_SECRET)).open(List.of(value), NOW)).isNull();
    }

    @Test
    void nothingOfTheLocationCanBeReadInTheValue() {
        assertThat(Base64.getUrlDecoder().decode(format.seal("/orders-of-ada", NOW)))
                .asString(US_ASCII).doesNotContain("orders", "ada");
    }

    @Test
    void ofSeveralTheOneSealedLastCounts() {
        String first = format.seal("/first", NOW);
        String last = format.seal("/last", NOW + 5);

        assertThat(format.open(List.of("garbage", first, last), NOW + 10)).isEqualTo("/last");
        assertThat(format.open(List.of(last, first, "garbage"), NOW + 10)).isEqualTo("/last");
    }

    @Test
    void S31_noMoreThanEightAreDecrypted() {
        List<String> values = new ArrayList<>(Collections.nCopies(8, damaged(format.seal("/orders", NOW))));
        values.addAll(0, Collections.nCopies(100, "no cookie of ours"));
        values.add(format.seal("/orders", NOW));

        assertThat(format.open(values, NOW)).isNull();
        values.remove(100);
        assertThat(format.open(values, NOW)).isEqualTo("/orders");
    }

    @Test
    void S10_noValueIsAnError() {
        Random random = new Random(1);
        String value = format.seal("/orders?of=2026", NOW);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(value);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), (char) (random.nextInt(10) == 0 ? random.nextInt(0x300)
                        : 33 + random.nextInt(94)));
            }
            text.setLength(random.nextInt(3) == 0 ? random.nextInt(text.length()) : text.length());
            if (!text.toString().equals(value)) {
                assertThat(open(text.toString(), NOW)).isNull();
            }
        }
        for (String odd : List.of("", "A", "AAAA", value + value, value + "A", "A".repeat(5000))) {
            assertThat(open(odd, NOW)).isNull();
        }
    }

    /** Put together from its description alone, with the primitives of Tink: none of our code takes part. */
    @Test
    void tinkOpensIt() throws GeneralSecurityException {
        byte[] secret = SECRET.getBytes(UTF_8);
        byte[] salt = "quarkus-user-session".getBytes(UTF_8);
        byte[] key = Hkdf.computeHkdf("HmacSha256", secret, salt, "wanted v1".getBytes(UTF_8), 32);
        byte[] keyId = Hkdf.computeHkdf("HmacSha256", secret, salt, "cookie v1 key id".getBytes(UTF_8), 4);
        byte[] associatedData = ByteBuffer.allocate(7 + NAME.length()).put((byte) 1).put(keyId)
                .putShort((short) NAME.length()).put(NAME.getBytes(UTF_8)).array();

        byte[] message = Base64.getUrlDecoder().decode(format.seal("/orders?of=2026", NOW));
        ByteBuffer plaintext = ByteBuffer.wrap(
                tink(key).decrypt(Arrays.copyOfRange(message, 5, message.length), associatedData));

        assertThat(message[0]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(message, 1, 5)).isEqualTo(keyId);
        assertThat(plaintext.getInt()).isEqualTo((int) NOW);
        assertThat(UTF_8.decode(plaintext).toString()).isEqualTo("/orders?of=2026");
    }

    private static Aead tink(byte[] key) throws GeneralSecurityException {
        AeadConfig.register();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(XAesGcmKey.create(
                        XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, 12),
                        SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()), null)).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private String open(String value, long now) {
        return format.open(List.of(value), now);
    }

    private static String damaged(String value) {
        char last = value.charAt(40);
        return value.substring(0, 40) + (last == 'x' ? 'y' : 'x') + value.substring(41);
    }

    private static WantedFormat format(String name, KeyRing keys) {
        return new WantedFormat(name, keys, RANDOM);
    }
}
