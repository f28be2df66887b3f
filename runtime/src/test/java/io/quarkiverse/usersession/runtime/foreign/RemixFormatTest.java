package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.testsupport.RemixCookies;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class RemixFormatTest {

    private static final String SECRET = "abcdef1234";
    private static final long NOW = 1_700_000_000L;

    private final RemixFormat format = new RemixFormat(List.of(SECRET));

    static Stream<Arguments> vectors() {
        // the last one is what Remix sends to remove a cookie, which no browser sends back
        return Vectors.cases("remix.json").filter(vector -> Vectors.payload(vector).containsKey("cookieHeader"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsWhatRemixReadsAndNothingUnsigned(JsonObject vector) {
        JsonArray secrets = vector.getJsonArray("readWith");
        String value = vector.getString("cookieHeader").substring(vector.getString("cookieName").length() + 1);
        boolean unsigned = secrets.isEmpty();
        RemixFormat reader = new RemixFormat(unsigned ? List.of(SECRET) : secrets.stream().map(String.class::cast).toList());

        OpenedForeignCookie opened = reader.open(value, NOW);

        if (vector.getBoolean("valid") && !unsigned) {
            assertThat(reader.refusal(value, 0, value.length())).isNull();
            assertThat(opened.outcome()).isEqualTo(CookieOutcome.VALID);
            assertThat(opened.entries()).isEqualTo(Vectors.entries(vector.getJsonObject("data"),
                    key -> key.equals("__flash_toastMessage__") ? EntryKey.flash("toastMessage") : EntryKey.plain(key)));
        } else {
            assertThat(opened).isEqualTo(OpenedForeignCookie.DAMAGED);
        }
    }

    @Test
    void theVectorsAreAllTried() {
        assertThat(vectors()).hasSize(16);
        assertThat(Vectors.named("remix.json", "destroySession").getString("setCookie")).startsWith("__session=;");
    }

    @Test
    void readsValuesWhetherPercentEncodedOrNot() {
        String encoded = Vectors.named("remix.json", "unicode BMP+astral+latin1").getString("cookieHeader")
                .substring("__session=".length());
        String raw = encoded.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");

        assertThat(raw).doesNotContain("%").contains("+", "/", "=");
        assertThat(format.open(raw, NOW)).isEqualTo(format.open(encoded, NOW));
        assertThat(format.open(encoded.toLowerCase().equals(encoded) ? "" : encoded.replace("%2B", "%2b"), NOW).isValid())
                .isTrue();
        assertThat(format.open(raw.replace("+", " "), NOW).isValid()).isFalse();
    }

    @Test
    void unsignedCookiesCannotBeConfigured() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RemixFormat(List.of()))
                .withMessage("Remix cookies can't be verified without a secret");
        assertThatIllegalArgumentException().isThrownBy(() -> new RemixFormat(List.of("")))
                .withMessage("A key to verify cookies with must not be empty");
    }

    @Test
    void theTextIsSplitAtItsLastDot() {
        // no dots in base64, so none that Remix writes: a payload with one is refused after the signature, not before
        assertThat(format.open(RemixCookies.signedText(SECRET, "e30=.e30="), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(format.open(RemixCookies.signedText(SECRET, "e30="), NOW).isValid()).isTrue();
        assertThat(format.open("e30=." + RemixCookies.signedText(SECRET, "e30="), NOW).isValid()).isFalse();
    }

    @Test
    void flashKeysBecomeFlashValuesOfTheSameName() {
        assertThat(entries("{\"__flash_a__\":1,\"__flash_a\":2,\"flash_a__\":3,\"__flash__\":4,\"__flash___\":5,"
                + "\"__flash__flash_b____\":6,\"x__flash_a__\":7,\"a\":8}")).isEqualTo(Map.of(
                        EntryKey.flash("a"), 1,
                        EntryKey.plain("__flash_a"), 2,
                        EntryKey.plain("flash_a__"), 3,
                        EntryKey.plain("__flash__"), 4,
                        EntryKey.flash(""), 5,
                        EntryKey.flash("_flash_b__"), 6,
                        EntryKey.plain("x__flash_a__"), 7,
                        EntryKey.plain("a"), 8));
    }

    @Test
    void S15_noKeyPassesForAFlashKeyOfOurs() {
        assertThat(entries("{\"!a\":1,\"=a\":2,\"__flash_!a__\":3}")).isEqualTo(Map.of("=!a", 1, "==a", 2, "!!a", 3));
    }

    @Test
    void nullsAreDroppedAtEveryLevel() {
        assertThat(entries("{\"a\":null,\"b\":[1,null,[null],{\"c\":null,\"d\":2}],\"e\":{\"f\":null},\"__flash_g__\":null}"))
                .isEqualTo(Map.of("b", List.of(1, List.of(), Map.of("d", 2)), "e", Map.of()));
    }

    @Test
    void ofEqualKeysTheLastOneCountsEvenIfItIsNull() {
        assertThat(entries("{\"a\":1,\"a\":2,\"b\":1,\"b\":null}")).isEqualTo(Map.of("a", 2));
    }

    @Test
    void numbersHaveTheFormThatOursHave() {
        assertThat(entries("{\"a\":1,\"b\":-2147483649,\"c\":18446744073709551615,\"d\":1.50,\"e\":1e0,\"f\":1e+21,\"g\":-0}"))
                .isEqualTo(Map.of("a", 1, "b", -2147483649L, "c", new BigInteger("18446744073709551615"), "d",
                        new BigDecimal("1.50"), "e", 1, "f", new BigDecimal("1E+21"), "g", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "1", "\"a\"", "true", "{", "{}{}", "{} x", "{\"a\":NaN}", "{\"a\":01}",
            "{\"a\":[}", "\ufeff{}" })
    void onlyAJsonObjectIsASession(String json) {
        assertThat(format.open(RemixCookies.signed(SECRET, json), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // what the other system has written, what is taken over, the key and what is left out
            "{`a`:1e5000,`b`:1}                     | {`b`:1}        | a | a number with too large an exponent",
            "{`a`:[1,-1e-5000,{`c`:1e5000}],`b`:1}  | {`a`:[1,{}],`b`:1} | a | a number with too large an exponent",
            "{`a`:1e99999999999,`b`:1}              | {`b`:1}        | a | a number with too large an exponent",
            "{`a`:1,`a`:1e5000}                     | {}             | a | a number with too large an exponent",
            "{`\\ud800`:[1,[2]],`b`:1}              | {`b`:1}        |   | under a key that is not valid Unicode",
            "{`a`:{`\\udc00`:{`d`:1},`e`:2}}        | {`a`:{`e`:2}}  | a | under a key that is not valid Unicode" })
    void whatASessionCannotHoldIsLeftOutAndTheRestTakenOver(String json, String expected, String key, String what) {
        OpenedForeignCookie opened = format.open(RemixCookies.signed(SECRET, json.replace('`', '"')), NOW);

        assertThat(opened.entries()).isEqualTo(Vectors.entries(new JsonObject(expected.replace('`', '"')), EntryKey::plain));
        assertThat(opened.leftOut()).containsExactly(new LeftOut.Value(key, what));
    }

    @ParameterizedTest
    @ValueSource(ints = { 64, 65, 100, 1_000 })
    void S10_whatIsNestedTooDeeplyIsLeftOutAndTheRestTakenOver(int depth) {
        String json = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"o\":" + "{\"x\":".repeat(64) + "1"
                + "}".repeat(64) + ",\"b\":" + "[".repeat(63) + "]".repeat(63) + "}";

        OpenedForeignCookie opened = format.open(RemixCookies.signed(SECRET, json), NOW);

        assertThat(opened.entries()).containsOnlyKeys("a", "o", "b");
        assertThat(opened.leftOut()).containsExactly(new LeftOut.Value("a", LeftOut.Value.TOO_DEEP),
                new LeftOut.Value("o", LeftOut.Value.TOO_DEEP));
    }

    static Stream<Arguments> reactRouterVectors() {
        return Vectors.cases("react-router.json");
    }

    @ParameterizedTest
    @MethodSource("reactRouterVectors")
    void readsWhatReactRouterWrote(JsonObject vector) {
        List<String> secrets = List.of("new-secret-one", "old-secret-two");
        String value = vector.getString("value");
        boolean old = vector.getString("name").endsWith("old");
        Map<String, Object> entries = vector.getString("name").equals("flash")
                ? Map.of(EntryKey.flash("error"), "no", EntryKey.flash("odd"), "set by hand", EntryKey.plain("__flash_"), "x",
                        EntryKey.flash(""), "y")
                : Map.of("user", "ada");

        assertThat(new RemixFormat(secrets).open(value, NOW).entries()).isEqualTo(entries);
        assertThat(new RemixFormat(secrets.subList(0, 1)).open(value, NOW).isValid()).isEqualTo(!old);
        assertThat(new RemixFormat(secrets.subList(1, 2)).open(value, NOW).isValid()).isEqualTo(old);
    }

    @Test
    void theVectorsOfReactRouterAreAllTried() {
        assertThat(reactRouterVectors()).hasSize(6);
    }

    @Test
    void aSignatureOfSha512IsNotOneOfRemix() {
        byte[] signature = RemixCookies.hmac("HmacSHA512", SECRET.getBytes(UTF_8), "e30=".getBytes(UTF_8));

        assertThat(format.open("e30=." + Base64.getEncoder().withoutPadding().encodeToString(signature), NOW))
                .isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @Test
    void aCookieWithoutATimeIsASessionThatBeginsNow() {
        assertThat(format.open(RemixCookies.signed(SECRET, "{}"), NOW).createdAt()).isEqualTo(NOW);
    }

    @Test
    void S10_payloadsThatAreNotUtf8AreDamaged() {
        byte[] latin1 = { '{', '"', 'a', '"', ':', '"', (byte) 0xe9, '"', '}' };
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16BE);

        assertThat(format.open(RemixCookies.signed(SECRET, latin1), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(format.open(RemixCookies.signed(SECRET, utf16), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @Test
    void S16_typeInformationIsDataLikeAnyOther() {
        assertThat(entries("{\"@class\":\"javax.script.ScriptEngineManager\",\"__proto__\":{\"a\":1}}"))
                .isEqualTo(Map.of("@class", "javax.script.ScriptEngineManager", "__proto__", Map.of("a", 1)));
    }

    @Test
    void S9_everyChangedSignatureIsDamaged() {
        String value = RemixCookies.signedText(SECRET, "e30=");
        int dot = value.indexOf('.');
        for (int i = dot + 1; i < value.length(); i++) {
            for (char other : "AQgwz019+/=.".toCharArray()) {
                String changed = value.substring(0, i) + other + value.substring(i + 1);
                assertThat(format.open(changed, NOW).isValid()).as(changed).isEqualTo(changed.equals(value));
            }
        }
        for (int end = dot; end < value.length(); end++) {
            assertThat(format.open(value.substring(0, end), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        }
        assertThat(format.open(value + "=", NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(format.open(value + "A", NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @Test
    void S10_aValueLongerThanACookieIsNotEvenDecoded() {
        String payload = Base64.getEncoder().encodeToString(("{\"a\":\"" + "x".repeat(3_000) + "\"}").getBytes(UTF_8));
        String longest = RemixCookies.signedText(SECRET, payload);

        assertThat(longest).hasSizeBetween(4_050, 4_096);
        assertThat(format.open(longest, NOW).isValid()).isTrue();
        assertThat(format.open("%41".repeat(1_366), NOW)).isEqualTo(OpenedForeignCookie.TOO_LONG);
        assertThat(format.open("A".repeat(4_096), NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
        assertThat(format.open("A".repeat(4_097), NOW)).isEqualTo(OpenedForeignCookie.TOO_LONG);
        assertThat(format.open("é".repeat(65_536), NOW)).isEqualTo(OpenedForeignCookie.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "..", "%", "%2", "%zz", "%-1", "%+1", "%e9", "%C3%A9", "\u0000", "é", "😀",
            "%\uff12\uff15", "e30=", "e30=.",
            ".e30=", "e30.", "\"\"" })
    void neverThrowsOnOddTexts(String value) {
        assertThat(format.open(value, NOW)).isEqualTo(OpenedForeignCookie.DAMAGED);
    }

    @Test
    void S5_theDataIsNotInTheTextOfTheCookie() {
        OpenedForeignCookie opened = format.open(RemixCookies.signed(SECRET, "{\"userID\":\"s3ssion-value\"}"), NOW);

        assertThat(opened).hasToString("OpenedForeignCookie[valid, 1 entries]");
        assertThat(OpenedForeignCookie.DAMAGED).hasToString("OpenedForeignCookie[damaged]");
    }

    @Test
    void whatWasReadCannotBeChanged() {
        Map<String, Object> entries = entries("{\"a\":[1],\"b\":{}}");

        assertThat(entries).isUnmodifiable();
        assertThat((List<?>) entries.get("a")).isUnmodifiable();
        assertThat((Map<?, ?>) entries.get("b")).isUnmodifiable();
    }

    private Map<String, Object> entries(String json) {
        OpenedForeignCookie opened = format.open(RemixCookies.signed(SECRET, json), NOW);
        assertThat(opened.outcome()).isEqualTo(CookieOutcome.VALID);
        return opened.entries();
    }
}
