package io.quarkiverse.usersession.runtime.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.crypto.CookieKey;
import io.quarkiverse.usersession.runtime.crypto.Hkdf;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.crypto.Xaes256Gcm;
import io.quarkiverse.usersession.runtime.crypto.XaesMessages;

class CookieFormatTest {

    static final String SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";
    /** The same cookies each time: random ones have any short text in them now and then. */
    static final Randomness RANDOM = new Random(5)::nextBytes;
    static final SessionContent CONTENT = new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), 1_700_000_000L,
            1_700_000_100L, 3_600L, true,
            Map.of("userID", "s3ssion-value", "visits", 3));

    private final CookieFormat format = format("__session", SECRET);

    @Test
    void opensWhatItSealed() {
        OpenedCookie opened = format.open(format.seal(CONTENT));

        assertThat(opened.outcome()).isEqualTo(CookieOutcome.VALID);
        assertThat(opened.content()).isEqualTo(CONTENT);
    }

    @Test
    void hasTheLayoutOfVersion1() throws Exception {
        byte[] secret = SECRET.getBytes(UTF_8);
        byte[] keyId = Hkdf.derive(secret, "quarkus-user-session", "cookie v1 key id", 4);
        Xaes256Gcm cipher = new Xaes256Gcm(Hkdf.derive(secret, "quarkus-user-session", "cookie v1", 32));
        byte[] associatedData = ByteBuffer.allocate(1 + 4 + 2 + 9).put((byte) 1).put(keyId).putShort((short) 9)
                .put("__session".getBytes(UTF_8)).array();

        byte[] message = Base64.getUrlDecoder().decode(format.seal(CONTENT));
        ByteBuffer plaintext = ByteBuffer.wrap(XaesMessages.open(cipher, message, 5, associatedData));

        assertThat(message[0]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(message, 1, 5)).isEqualTo(keyId);
        assertThat(plaintext.get()).as("flags").isEqualTo((byte) 1);
        byte[] scope = MessageDigest.getInstance("SHA-256").digest("\0/\0000".getBytes(UTF_8));
        assertThat(plaintext.getShort()).as("scope").isEqualTo(ByteBuffer.wrap(scope).getShort());
        for (int i = 0; i < 12; i++) {
            assertThat(plaintext.get()).as("byte %d of the id", i).isEqualTo((byte) i);
        }
        assertThat(plaintext.getInt()).as("created at").isEqualTo(1_700_000_000);
        assertThat(plaintext.getInt()).as("issued at").isEqualTo(1_700_000_100);
        assertThat(plaintext.getInt()).as("lifetime").isEqualTo(3_600);
        assertThat(new JsonObject().read(plaintext.array(), plaintext.position())).isEqualTo(CONTENT.entries());
    }

    @Test
    void timesReachBeyond2038() {
        SessionContent late = new SessionContent(CONTENT.id(), 4_200_000_000L, 4_200_000_001L, 4_294_967_295L, false, Map.of());

        assertThat(format.open(format.seal(late)).content()).isEqualTo(late);
    }

    @Test
    void S1_theDataIsNotInTheCookie() {
        String value = format.seal(CONTENT);

        byte[] bytes = Base64.getUrlDecoder().decode(value);
        for (String marker : List.of("s3ssion-value", "userID", "visits", CONTENT.id().toString())) {
            assertThat(value).doesNotContain(marker)
                    .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(marker.getBytes(UTF_8)));
            assertThat(new String(bytes, UTF_8)).doesNotContain(marker);
        }
    }

    @Test
    void S2_aCookieOpensUnderItsOwnNameOnly() {
        List<String> names = List.of("__session", "__onboarding", "__Host-session", "session", "__sessio", "__session2");
        for (String sealedAs : names) {
            String value = format(sealedAs, SECRET).seal(CONTENT);
            for (String openedAs : names) {
                assertThat(format(openedAs, SECRET).open(value).isValid()).as("%s as %s", sealedAs, openedAs)
                        .isEqualTo(sealedAs.equals(openedAs));
            }
        }
    }

    @Test
    void S2_theLengthOfTheNameIsAuthenticated() throws Exception {
        // without it, name "ab" and data "c…" would be authenticated as the same bytes as name "a" and data "bc…"
        Xaes256Gcm cipher = CookieKey.of(SECRET).cipher();
        byte[] withoutLength = ByteBuffer.allocate(1 + 4 + 9).put((byte) 1).putInt(CookieKey.of(SECRET).id())
                .put("__session".getBytes(UTF_8)).array();
        byte[] message = ByteBuffer.allocate(5 + 24 + 29 + 16).put((byte) 1).putInt(CookieKey.of(SECRET).id()).array();
        XaesMessages.seal(cipher, message, 5, ByteBuffer.allocate(29).position(27).put("{}".getBytes(UTF_8)).array(),
                withoutLength);

        assertThat(format.open(CanonicalBase64.URL.encode(message)).outcome()).isEqualTo(CookieOutcome.DAMAGED);
    }

    @Test
    void S3_aMillionNoncesAreDifferent() {
        Randomness random = new SecureRandom()::nextBytes;
        Set<Long> firstHalves = new HashSet<>(2_000_000);
        byte[] nonce = new byte[24];
        for (int i = 0; i < 1_000_000; i++) {
            random.nextBytes(nonce);
            firstHalves.add(ByteBuffer.wrap(nonce).getLong());
        }

        assertThat(firstHalves).hasSizeGreaterThan(999_990);
    }

    @Test
    void S3_theSameContentIsNeverSealedTheSameWay() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            nonces.add(format.seal(CONTENT).substring(7, 39));
        }

        assertThat(nonces).hasSize(10_000);
    }

    @Test
    void S7_everyChangedCharacterIsTheSameOutcome() {
        String value = format.seal(CONTENT);
        for (int i = 0; i < value.length(); i++) {
            char other = value.charAt(i) == 'A' ? 'B' : 'A';
            String changed = value.substring(0, i) + other + value.substring(i + 1);

            OpenedCookie opened = format.open(changed);

            assertThat(opened.content()).as("character %d", i).isNull();
            assertThat(opened.outcome()).as("character %d", i)
                    .isEqualTo(switch (i) {
                        case 0 -> CookieOutcome.LATER_VERSION;
                        case 1 -> CookieOutcome.UNRECOGNIZED; // version 0
                        case 2, 3, 4, 5, 6 -> CookieOutcome.UNKNOWN_KEY;
                        default -> CookieOutcome.DAMAGED;
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 })
    void S8_aShortenedTagDoesNotOpen(int tagBytes) {
        byte[] message = Base64.getUrlDecoder().decode(format.seal(CONTENT));

        String truncated = CanonicalBase64.URL.encode(Arrays.copyOf(message, message.length - 16 + tagBytes));

        assertThat(format.open(truncated).outcome()).isEqualTo(CookieOutcome.DAMAGED);
    }

    @Test
    void S28_anUnknownVersionIsNoSession() {
        byte[] message = Base64.getUrlDecoder().decode(format.seal(CONTENT));
        for (int version = 0; version < 256; version++) {
            message[0] = (byte) version;

            assertThat(format.open(CanonicalBase64.URL.encode(message)).outcome()).as("version %d", version)
                    .isEqualTo(switch (version) {
                        case 0 -> CookieOutcome.UNRECOGNIZED;
                        case 1 -> CookieOutcome.VALID;
                        default -> version < ' ' ? CookieOutcome.LATER_VERSION : CookieOutcome.UNRECOGNIZED;
                    });
        }
    }

    @Test
    void aCookieSealedWithAnotherSecretHasAnUnknownKey() {
        String value = format("__session", SECRET + "other").seal(CONTENT);

        assertThat(format.open(value).outcome()).isEqualTo(CookieOutcome.UNKNOWN_KEY);
    }

    @Test
    void S28_flagsOfALaterFormatAreRefused() {
        for (int flags = 2; flags < 256; flags++) {
            assertThat(format.open(sealPlaintext(flags, "{}")).outcome()).isEqualTo(CookieOutcome.LATER_VERSION);
        }
        assertThat(format.open(sealPlaintext(1, "{}")).outcome()).isEqualTo(CookieOutcome.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{", "{\"a\":null}", "{}{}" })
    void sealedContentThatIsNoObjectIsDamaged(String json) {
        assertThat(format.open(sealPlaintext(0, json)).outcome()).isEqualTo(CookieOutcome.DAMAGED);
    }

    @Test
    void S10_aValueLongerThanACookieIsNotEvenDecoded() {
        assertThat(format.open("A".repeat(4096 - 9)).outcome()).isNotEqualTo(CookieOutcome.TOO_LONG);
        assertThat(format.open("A".repeat(4096 - 9 + 1)).outcome()).isEqualTo(CookieOutcome.TOO_LONG);
        assertThat(format.open("é".repeat(65_536)).outcome()).isEqualTo(CookieOutcome.TOO_LONG);
    }

    @Test
    void S22_predictsTheExactSizeOfTheCookie() {
        for (int length = 0; length < 50; length++) {
            Map<String, Object> entries = Map.of("k", "é".repeat(length));
            SessionContent content = new SessionContent(CONTENT.id(), 1, 1, 1, false, entries);
            String sealed = format.seal(content);

            assertThat(format.cookieBytes(entries)).isEqualTo("__session".length() + sealed.length());
            assertThat(format.cookieBytes(format.open(sealed).jsonBytes())).isEqualTo("__session".length() + sealed.length());
        }
    }

    @Test
    void aSmallCookieIsSmallAndALargeOneHoldsMoreThan2980Bytes() {
        assertThat(format.cookieBytes(Map.of("k", "x".repeat(60 - 8))) - "__session".length()).isLessThanOrEqualTo(177);
        assertThat(format.cookieBytes(Map.of("k", "x".repeat(2_980 - 8)))).isLessThanOrEqualTo(4096);
    }

    @Test
    void S25_contentIsNotCompressed() {
        int random = format.cookieBytes(Map.of("k", format.newId().toString()));
        int monotonous = format.cookieBytes(Map.of("k", "AAAAAAAAAAAAAAAA"));

        assertThat(monotonous).isEqualTo(random);
    }

    @Test
    void S5_theDataIsNotInTheTextOfTheContent() {
        assertThat(CONTENT.toString()).doesNotContain("s3ssion-value", "userID", CONTENT.id().toString());
        assertThat(OpenedCookie.valid(CONTENT, 99, true, null).toString()).doesNotContain("s3ssion-value", "userID",
                CONTENT.id().toString());
    }

    @Test
    void newIdsAre96RandomBits() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(format.newId().toString());
        }

        assertThat(ids).hasSize(10_000).allSatisfy(id -> assertThat(Base64.getUrlDecoder().decode(id)).hasSize(12));
    }

    @Test
    void neverThrowsOnOddTexts() {
        for (String value : List.of("", "=", "%", "\u0000", "é", "😀", "AQ", "a b", "\"\"")) {
            assertThatCode(() -> format.open(value)).doesNotThrowAnyException();
            assertThat(format.open(value).content()).isNull();
        }
    }

    static CookieFormat format(String cookieName, String secret) {
        return new CookieFormat(cookieName, CookieScope.DEFAULT, KeyRing.of(secret), RANDOM);
    }

    private static String sealPlaintext(int flags, String json) {
        CookieKey key = CookieKey.of(SECRET);
        byte[] values = json.getBytes(UTF_8);
        byte[] plaintext = ByteBuffer.allocate(27 + values.length).put((byte) flags).position(27).put(values).array();
        byte[] message = ByteBuffer.allocate(5 + 24 + plaintext.length + 16).put((byte) 1).putInt(key.id()).array();
        byte[] associatedData = ByteBuffer.allocate(16).put((byte) 1).putInt(key.id()).putShort((short) 9)
                .put("__session".getBytes(UTF_8)).array();
        XaesMessages.seal(key.cipher(), message, 5, plaintext, associatedData);
        return CanonicalBase64.URL.encode(message);
    }
}
