package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.GorillaKeys;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.vertx.core.json.JsonObject;

class GorillaFormatTest {

    private static final String NAME = "__session";
    private static final String HASH_KEY = "abcdef1234";
    private static final String BLOCK_KEY = "0123456789abcdef0123456789abcdef";
    private static final long NOW = 1_795_479_237L; // when the vectors were written
    private static final long DAY = 86_400;
    private static final byte[] JSON = "{\"user\":\"u1\"}".getBytes(UTF_8);

    static Stream<Arguments> vectors() {
        return Vectors.cases("gorilla.json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsWhatGorillaWrote(JsonObject vector) {
        GorillaFormat format = new GorillaFormat(vector.getString("cookieName"),
                List.of(new GorillaKeys("another hash key", null),
                        new GorillaKeys(vector.getString("hashKeyUtf8"), vector.getString("blockKeyUtf8"))),
                "json".equals(vector.getString("serializer")) ? Serializer.JSON : Serializer.GOB,
                30 * DAY);

        String value = vector.getString("cookieValue");
        OpenedForeignCookie opened = format.open(value, NOW);

        assertThat(format.refusal(value, 0, value.length())).isNull();
        if (vector.getString("name").contains("31 days")) {
            assertThat(opened.outcome()).isEqualTo(CookieOutcome.EXPIRED);
            assertThat(opened.entries()).isNull();
        } else {
            assertThat(opened.outcome()).isEqualTo(CookieOutcome.VALID);
            assertThat(opened.entries()).isEqualTo(expected(vector));
        }
    }

    private static Map<String, Object> expected(JsonObject vector) {
        if (vector.getValue("valuesDescription") instanceof JsonObject values) {
            return Vectors.entries(values, EntryKey::plain);
        }
        return switch (vector.getString("name")) {
            case "types string/int/int64/uint/bool/float64/bytes/unicode" -> Map.ofEntries(
                    Map.entry("s", "Zoë 日本語 😀"), Map.entry("i", 42), Map.entry("neg", -7),
                    Map.entry("i64", 9007199254740993L), Map.entry("u", 300), Map.entry("b", true),
                    Map.entry("bf", false), Map.entry("f", new BigDecimal("1.5")), Map.entry("f17", new BigDecimal("17.0")),
                    Map.entry("by", "AAH+/w=="), Map.entry("empty", ""), Map.entry("zero", 0));
            case "time.Time value" -> Map.of("workflowDate", "2025-09-20T12:34:56.789Z");
            case "kongflow cookie aged 29 days (Options.MaxAge=365d)" -> Map.of("user", "aged");
            default -> throw new AssertionError("no values are known for " + vector);
        };
    }

    @Test
    void theVectorsAreAllTried() {
        assertThat(vectors()).hasSize(12);
        assertThat(types()).hasSize(12);
    }

    static Stream<Arguments> types() {
        return Vectors.cases("gorilla-types.json");
    }

    @ParameterizedTest
    @MethodSource("types")
    void takesOverValuesOfTheseTypesOfGo(JsonObject vector) {
        GorillaFormat format = new GorillaFormat(vector.getString("cookieName"),
                List.of(new GorillaKeys(vector.getString("hashKeyUtf8"), null)), Serializer.GOB, 30 * DAY);

        OpenedForeignCookie opened = format.open(vector.getString("cookieValue"), 1_795_691_817L);

        assertThat(opened.outcome()).isEqualTo(CookieOutcome.VALID);
        assertThat(opened.leftOut()).isEmpty();
        assertThat(opened.createdAt()).isEqualTo(1_795_691_817L);
        assertThat(opened.entries()).isEqualTo(expectedOfType(vector.getString("name")));
    }

    private static Map<String, Object> expectedOfType(String name) {
        String json = switch (name) {
            case "string" -> "{'user_id':'u1'}";
            case "int id" -> "{'user_id':42,'authenticated':true}";
            case "int key" -> "{'1':'one','2':'two','3':'three','true':'yes'}";
            case "named types" -> "{'role':'admin','roles':['a','b'],'flags':{'x':true},'level':3}";
            case "slices" -> "{'s':['a','b'],'ss':[['a'],['b','c']],'i':[1,-5],'b':'aGk=','bools':[true,false],'f':[1.5,2.0]}";
            case "maps" -> "{'m':{'a':'b'},'ml':{'x':['y']},'mi':{'7':'seven'},'mm':{'a':{'b':1}}}";
            case "nested" -> "{'auth':{'id':1,'tags':['a'],'deep':{'x':[1,'a',{'k':2.5}]}}}";
            case "list of maps" -> "{'cart':[{'sku':'a','n':1},{'sku':'b','n':2}]}";
            case "time zone" -> "{'utc':'2026-03-01T06:15:00.123456789Z','t':'2026-03-01T06:15:00.123456789Z',"
                    + "'local':'2026-11-26T11:16:57.489392142Z','zero':'0001-01-01T00:00:00Z',"
                    + "'lmt':'1889-12-31T18:18:44Z','fixed':'2026-02-28T22:59:59Z'}";
            case "times" -> "{'ts':['2026-03-01T06:15:00.123456789Z'],'tm':{'a':'2026-03-01T06:15:00.123456789Z'},"
                    + "'d':90000000000}";
            case "uuid" -> "{'user_id':'7b3f6d2e-0c5b-4a0a-9d6f-2c0c9a1e1b11','authenticated':true}";
            case "struct" -> "{'user':{'ID':1,'Name':'Ada'},'authenticated':true}";
            default -> throw new AssertionError("no values are known for " + name);
        };
        return Vectors.entries(new JsonObject(json.replace('\'', '"')), EntryKey::plain);
    }

    @Test
    void aMacOf64BytesIsHmacSha512() {
        GorillaFormat format = json(new GorillaKeys(HASH_KEY, null));
        byte[] key = HASH_KEY.getBytes(UTF_8);
        String now = Long.toString(NOW);

        assertThat(format.open(GorillaCookies.signed("HmacSHA512", NAME, key, now, JSON), NOW).entries())
                .isEqualTo(Map.of("user", "u1"));
        for (String other : List.of("HmacSHA1", "HmacSHA384", "HmacSHA512/256", "HmacSHA3-512")) {
            assertThat(format.open(GorillaCookies.signed(other, NAME, key, now, JSON), NOW)).as(other)
                    .isEqualTo(OpenedForeignCookie.DAMAGED);
        }
    }

    @Test
    void keysCanBeAnyBytes() {
        byte[] hashKey = { 0, (byte) 0xff, 'a', (byte) 0x80 };
        byte[] blockKey = { 0, (byte) 0xff, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, (byte) 0x80 };
        String value = GorillaCookies.signed("HmacSHA256", NAME, hashKey, Long.toString(NOW),
                GorillaCookies.encrypted(blockKey, JSON));

        assertThat(json(new GorillaKeys(hashKey, blockKey)).open(value, NOW).entries()).isEqualTo(Map.of("user", "u1"));
    }

    @Test
    void theTimeOfTheCookieIsWhenTheSessionBegan() {
        assertThat(createdAt(NOW - DAY)).isEqualTo(NOW - DAY);
        assertThat(createdAt(NOW + 60)).as("a clock that is ahead").isEqualTo(NOW);
        assertThat(createdAt(-1)).as("before all sessions").isZero();
    }

    private static long createdAt(long timestamp) {
        return new GorillaFormat(NAME, List.of(new GorillaKeys(HASH_KEY, null)), Serializer.JSON, Long.MAX_VALUE / 2)
                .open(GorillaCookies.signed(NAME, HASH_KEY, timestamp, JSON), NOW).createdAt();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void S2_aCookieOpensUnderItsOwnNameOnly(JsonObject vector) {
        GorillaFormat format = new GorillaFormat(vector.getString("cookieName") + "2",
                List.of(new GorillaKeys(vector.getString("hashKeyUtf8"), vector.getString("blockKeyUtf8"))),
                "json".equals(vector.getString("serializer")) ? Serializer.JSON : Serializer.GOB, DAY);

        assertThat(format.open(vector.getString("cookieValue"), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0123456789abcdef", "0123456789abcdef01234567", BLOCK_KEY })
    void readsEncryptedSessionsWithKeysOfEachLength(String blockKey) {
        String value = GorillaCookies.signed(NAME, HASH_KEY, NOW, GorillaCookies.encrypted(blockKey, JSON));

        assertThat(json(new GorillaKeys(HASH_KEY, blockKey)).open(value, NOW).entries()).isEqualTo(Map.of("user", "u1"));
    }

    @Test
    void aWrongBlockKeyIsDamaged() {
        String encrypted = GorillaCookies.signed(NAME, HASH_KEY, NOW, GorillaCookies.encrypted(BLOCK_KEY, JSON));
        String plain = GorillaCookies.signed(NAME, HASH_KEY, NOW, JSON);

        assertThat(json(new GorillaKeys(HASH_KEY, "fedcba9876543210")).open(encrypted, NOW))
                .isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(json(new GorillaKeys(HASH_KEY, null)).open(encrypted, NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(json(new GorillaKeys(HASH_KEY, BLOCK_KEY)).open(plain, NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 15, 16 })
    void anEncryptedSessionNeedsMoreThanItsIv(int bytes) {
        String value = GorillaCookies.signed(NAME, HASH_KEY, NOW, new byte[bytes]);

        assertThat(json(new GorillaKeys(HASH_KEY, BLOCK_KEY)).open(value, NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @Test
    void triesEachPairOfKeys() {
        GorillaFormat format = json(new GorillaKeys("first", null), new GorillaKeys(HASH_KEY, null),
                new GorillaKeys(HASH_KEY, "fedcba9876543210"), new GorillaKeys(HASH_KEY, BLOCK_KEY));

        assertThat(format.open(GorillaCookies.signed(NAME, "first", NOW, JSON), NOW).isValid()).isTrue();
        assertThat(format.open(GorillaCookies.signed(NAME, HASH_KEY, NOW, JSON), NOW).isValid()).isTrue();
        assertThat(format.open(GorillaCookies.signed(NAME, HASH_KEY, NOW, GorillaCookies.encrypted(BLOCK_KEY, JSON)), NOW)
                .isValid()).isTrue();
        assertThat(format.open(GorillaCookies.signed(NAME, "last", NOW, JSON), NOW).isValid()).isFalse();
    }

    @Test
    void S19_aTimestampMayBeSixtySecondsAhead() {
        assertThat(outcome(NOW + 60, DAY)).isEqualTo(CookieOutcome.VALID);
        assertThat(outcome(NOW + 61, DAY)).isEqualTo(CookieOutcome.NOT_YET_VALID);
        assertThat(outcome(Long.MAX_VALUE, DAY)).isEqualTo(CookieOutcome.NOT_YET_VALID);
    }

    @Test
    void S18_aCookieOlderThanItMayBeIsExpired() {
        assertThat(outcome(NOW - 30 * DAY, 30 * DAY)).isEqualTo(CookieOutcome.VALID);
        assertThat(outcome(NOW - 30 * DAY - 1, 30 * DAY)).isEqualTo(CookieOutcome.EXPIRED);
        assertThat(outcome(Long.MIN_VALUE, 30 * DAY)).isEqualTo(CookieOutcome.EXPIRED);
        assertThat(outcome(0, Long.MAX_VALUE)).isEqualTo(CookieOutcome.VALID);
    }

    private static CookieOutcome outcome(long timestamp, long maxAge) {
        OpenedForeignCookie opened = new GorillaFormat(NAME, List.of(new GorillaKeys(HASH_KEY, null)), Serializer.JSON, maxAge)
                .open(GorillaCookies.signed(NAME, HASH_KEY, timestamp, JSON), NOW);
        assertThat(opened.entries() != null).isEqualTo(opened.isValid());
        return opened.outcome();
    }

    @Test
    void S7_theTimeIsNotLookedAtBeforeTheSignature() {
        String expired = GorillaCookies.signed(NAME, "another", NOW - 31 * DAY, JSON);
        String early = GorillaCookies.signed(NAME, "another", NOW + DAY, JSON);
        GorillaFormat format = new GorillaFormat(NAME, List.of(new GorillaKeys(HASH_KEY, null)), Serializer.JSON, 30 * DAY);

        assertThat(format.open(expired, NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(format.open(early, NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " 1", "1 ", "-", "+", "+-1", "-9223372036854775809", "18446744073709551616", "1.5", "0x10",
            "1e9", "1_0", "9223372036854775808", "²", "now" })
    void aTimestampIsADecimalNumber(String timestamp) {
        String value = GorillaCookies.signed(NAME, HASH_KEY, timestamp, JSON);

        assertThat(json(new GorillaKeys(HASH_KEY, null)).open(value, NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @Test
    void S9_everyChangedBitIsTheSameOutcome() {
        GorillaFormat format = json(new GorillaKeys(HASH_KEY, null));
        byte[] message = Base64.getUrlDecoder().decode(GorillaCookies.signed(NAME, HASH_KEY, NOW, JSON));
        for (int bit = 0; bit < message.length * 8; bit++) {
            byte[] changed = message.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(format.open(encode(changed), NOW)).as("bit %d", bit).isEqualTo(OpenedForeignCookie.DAMAGED);
        }
    }

    @Test
    void S8_aShortenedOrLengthenedMacDoesNotVerify() {
        GorillaFormat format = json(new GorillaKeys(HASH_KEY, null));
        byte[] message = Base64.getUrlDecoder().decode(GorillaCookies.signed(NAME, HASH_KEY, NOW, JSON));
        for (int length = 0; length < message.length; length++) {
            assertThat(format.open(encode(Arrays.copyOf(message, length)), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        }
        assertThat(format.open(encode(Arrays.copyOf(message, message.length + 1)), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(format.open(encode(message), NOW).isValid()).isTrue();
    }

    @Test
    void aMacMayHaveSeparatorsInIt() {
        GorillaFormat format = json(new GorillaKeys(HASH_KEY, null));
        int withSeparator = 0;
        for (long timestamp = NOW - 200; timestamp < NOW; timestamp++) {
            String value = GorillaCookies.signed(NAME, HASH_KEY, timestamp, JSON);
            String message = new String(Base64.getUrlDecoder().decode(value), ISO_8859_1);
            if (message.chars().filter(character -> character == '|').count() > 2) {
                withSeparator++;
            }
            assertThat(format.open(value, NOW).isValid()).isTrue();
        }
        assertThat(withSeparator).isPositive();
    }

    @Test
    void onlyTheBase64ThatGoWritesIsRead() {
        GorillaFormat format = json(new GorillaKeys(HASH_KEY, null));
        // 16 bits in the last group: one '=', and two bits that belong to no byte
        String value = GorillaCookies.signed(NAME, HASH_KEY, NOW, "{\"u\":\"u1\"}       ".getBytes(UTF_8));
        assertThat(value).endsWith("=").doesNotEndWith("==");
        char last = value.charAt(value.length() - 2);
        String unpadded = value.substring(0, value.length() - 1);

        assertThat(format.open(value, NOW).isValid()).isTrue();
        assertThat(format.open(unpadded, NOW).isValid()).isFalse();
        assertThat(format.open(unpadded + "==", NOW).isValid()).isFalse();
        assertThat(format.open(unpadded.substring(0, unpadded.length() - 1) + (char) (last + 1) + "=", NOW).isValid())
                .isFalse();
        assertThat(format.open(value + "\n", NOW).isValid()).isFalse();
        assertThat(format.open(Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(value)), NOW).isValid())
                .isEqualTo(value.indexOf('-') < 0 && value.indexOf('_') < 0);
    }

    @Test
    void theDefaultFlashKeyBecomesAFlashValueAndOthersStayPlain() {
        GorillaFormat format = json(new GorillaKeys(HASH_KEY, null));
        byte[] session = "{\"_flash\":[\"saved\",1],\"notices\":[\"a\"],\"_flash2\":[],\"!a\":1,\"nested\":{\"_flash\":[]}}"
                .getBytes(UTF_8);

        assertThat(format.open(GorillaCookies.signed(NAME, HASH_KEY, NOW, session), NOW).entries()).isEqualTo(Map.of(
                EntryKey.flash("_flash"), List.of("saved", 1),
                EntryKey.plain("notices"), List.of("a"),
                EntryKey.plain("_flash2"), List.of(),
                EntryKey.plain("!a"), 1,
                EntryKey.plain("nested"), Map.of("_flash", List.of())));
    }

    @Test
    void theDefaultFlashKeyOfAGobBecomesAFlashValue() {
        byte[] gob = HexFormat.of().parseHex(Vectors.named("gob.json", "default flash key").getString("gobHex"));

        assertThat(gob(gob).entries()).isEqualTo(Map.of(EntryKey.flash("_flash"), List.of("saved")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "1", "{", "{}{}", "{\"a\":01}" })
    void onlyAJsonObjectIsASession(String session) {
        String value = GorillaCookies.signed(NAME, HASH_KEY, NOW, session.getBytes(UTF_8));

        assertThat(json(new GorillaKeys(HASH_KEY, null)).open(value, NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @Test
    void nullsInJsonAreDropped() {
        String value = GorillaCookies.signed(NAME, HASH_KEY, NOW, "{\"a\":null,\"b\":[null]}\n".getBytes(UTF_8));

        assertThat(json(new GorillaKeys(HASH_KEY, null)).open(value, NOW).entries()).isEqualTo(Map.of("b", List.of()));
    }

    @Test
    void gobIsNotReadAsJsonNorJsonAsGob() {
        byte[] gob = HexFormat.of().parseHex(Vectors.named("gob.json", "true").getString("gobHex"));

        assertThat(gob(JSON)).isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(json(new GorillaKeys(HASH_KEY, null)).open(GorillaCookies.signed(NAME, HASH_KEY, NOW, gob), NOW))
                .isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @Test
    void S10_aValueLongerThanACookieIsNotEvenDecoded() {
        GorillaFormat format = json(new GorillaKeys(HASH_KEY, null));
        String longest = GorillaCookies.signed(NAME, HASH_KEY, NOW, ("{\"a\":\"" + "x".repeat(2_250) + "\"}").getBytes(UTF_8));

        assertThat(longest).hasSizeBetween(4_050, 4_096);
        assertThat(format.open(longest, NOW).isValid()).isTrue();
        assertThat(format.open("A".repeat(4_096), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(format.open("A".repeat(4_097), NOW)).isEqualTo(OpenedForeignCookie.TOO_LONG);
        assertThat(format.open("é".repeat(65_536), NOW)).isEqualTo(OpenedForeignCookie.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "=", "%", "|", "||", "fHw=", "fA==", "\u0000", "é", "😀", "A", "AA", "AA==", "\"\"" })
    void neverThrowsOnOddTexts(String value) {
        assertThat(json(new GorillaKeys(HASH_KEY, null)).open(value, NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @Test
    void refusesKeysThatCannotBeUsedWithoutNamingThem() {
        assertThatIllegalArgumentException().isThrownBy(() -> json());
        assertThatIllegalArgumentException().isThrownBy(() -> json(new GorillaKeys("", null)));
        for (String blockKey : List.of("", "fifteen bytes!!", "seventeen bytes!!", "0123456789abcdeé")) {
            assertThatIllegalArgumentException().isThrownBy(() -> json(new GorillaKeys(HASH_KEY, blockKey)))
                    .withMessage("A block key has 16, 24 or 32 bytes, for AES-128, AES-192 or AES-256");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, -1, Long.MIN_VALUE })
    void thereIsNoWayToLetCookiesBecomeOfAnyAge(long maxAge) {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new GorillaFormat(NAME, List.of(new GorillaKeys(HASH_KEY, null)), Serializer.GOB, maxAge));
    }

    @Test
    void S5_theKeysAreNotInTheirText() {
        assertThat(new GorillaKeys(HASH_KEY, null)).hasToString("GorillaKeys[hash key]");
        assertThat(new GorillaKeys(HASH_KEY, BLOCK_KEY)).hasToString("GorillaKeys[hash key, block key]");
    }

    private static OpenedForeignCookie gob(byte[] session) {
        return new GorillaFormat(NAME, List.of(new GorillaKeys(HASH_KEY, null)), Serializer.GOB, DAY)
                .open(GorillaCookies.signed(NAME, HASH_KEY, NOW, session), NOW);
    }

    private static GorillaFormat json(GorillaKeys... keys) {
        return new GorillaFormat(NAME, List.of(keys), Serializer.JSON, DAY);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
