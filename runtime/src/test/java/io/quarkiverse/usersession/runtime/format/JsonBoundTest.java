package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class JsonBoundTest {

    private static final int[] AWKWARD = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u0080\u2028é漢😀~ az".codePoints().toArray();

    private final JsonObject json = new JsonObject();

    @Test
    void jsonIsNeverLonger() {
        Random random = new Random(20260104);
        for (int i = 0; i < 50_000; i++) {
            Map<String, Object> object = object(random, 1);

            assertThat(JsonBound.of(object)).as("%s", object).isGreaterThanOrEqualTo(json.bytes(object));
        }
    }

    @Test
    void eachTypeAtItsLongestIsNotLonger() {
        Map<String, Object> object = Map.of("a", Integer.MIN_VALUE, "b", Long.MIN_VALUE, "c", false, "d",
                List.of(Integer.MIN_VALUE, Long.MIN_VALUE, List.of(), Map.of()), "e", "\u0000\u001f\u0001");

        assertThat(JsonBound.of(object)).isGreaterThanOrEqualTo(json.bytes(object));
    }

    @Test
    void isCloseForWhatIsUsual() {
        Map<String, Object> object = Map.of("userID", "u-7f3a9c21", "email", "ada@example.com", "visits", 123_456_789,
                "admin", false);

        assertThat(JsonBound.of(object)).isBetween((long) json.bytes(object), json.bytes(object) + 15L);
    }

    @Test
    void numbersWithoutLimitAreNotGuessedAt() {
        assertThat(JsonBound.of(Map.of("a", BigInteger.TEN.pow(5_000)))).isGreaterThan(1_000_000);
        assertThat(JsonBound.of(Map.of("a", new BigDecimal("1E-300")))).isGreaterThan(1_000_000);
    }

    @Test
    void countsBeyondAnInt() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            list.add(BigInteger.TEN);
        }

        assertThat(JsonBound.of(Map.of("a", list))).isGreaterThan(Integer.MAX_VALUE);
    }

    @Test
    void S22_nothingFitsEasilyThatDoesNotFit() {
        CookieFormat format = CookieFormatTest.format("__session", CookieFormatTest.SECRET);
        for (int length = 2_900; length < 3_000; length++) {
            Map<String, Object> entries = Map.of("k", "x".repeat(length));
            if (format.cookieBytes(entries) > CookieFormat.MAX_COOKIE_BYTES) {
                assertThat(format.fitsEasily(entries, CookieFormat.MAX_COOKIE_BYTES)).as("%d", length).isFalse();
            }
        }
        assertThat(format.fitsEasily(Map.of("k", "x".repeat(2_900)), CookieFormat.MAX_COOKIE_BYTES)).isTrue();
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> object = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(text(random), value(random, depth + 1));
        }
        return object;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0 -> text(random);
            case 1 -> random.nextInt();
            case 2 -> random.nextLong();
            case 3 -> random.nextBoolean();
            case 4 -> BigInteger.valueOf(random.nextLong()).pow(3);
            case 5 -> object(random, depth);
            default -> List.of(value(random, depth + 1), value(random, depth + 1));
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            text.appendCodePoint(AWKWARD[random.nextInt(AWKWARD.length)]);
        }
        return text.toString();
    }
}
