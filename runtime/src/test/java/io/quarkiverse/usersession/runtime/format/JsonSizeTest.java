package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class JsonSizeTest {

    private final JsonObject json = new JsonObject();

    @Test
    void S22_isWhatJsonHas() {
        Random random = new Random(20260104);
        for (int i = 0; i < 50_000; i++) {
            assertExact(object(random, 1));
        }
    }

    @Test
    void S22_eachCharacterHasTheBytesThatItIsWrittenWith() {
        for (int character = 0; character <= 0xffff; character++) {
            String text = "x" + (char) character;

            assertExact(Map.of(text, text));
        }
        for (String text : List.of("\ud83d\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00", "\ud83d\ude00\ude00",
                "\ud83dx\ude00")) {
            assertExact(Map.of(text, List.of(text)));
        }
    }

    /** Jackson writes long texts piece by piece. */
    @Test
    void S22_thereIsNoSeamInALongText() {
        for (int start = 0; start < 3; start++) {
            for (String unit : List.of("x", "é", "漢", "😀", "\"", "\u0001", "\ud800")) {
                for (int units : new int[] { 600, 666, 667, 1_332, 1_333, 1_334, 2_000, 2_666, 4_000, 9_000 }) {
                    assertExact(Map.of("k" + unit.repeat(units), "a".repeat(start) + unit.repeat(units)));
                }
            }
        }
    }

    @Test
    void S22_numbersHaveAllTheirDigits() {
        assertExact(Map.of("a", Integer.MIN_VALUE, "b", Long.MIN_VALUE, "c", 0, "d", BigInteger.TEN.pow(3_000).negate()));
        for (String decimal : List.of("0.0", "-1.50", "1E-300", "1E+300", "1E+4096", "123456789.123456789e-20", "0E-7")) {
            assertExact(Map.of("a", new BigDecimal(decimal)));
        }
    }

    private void assertExact(Map<String, Object> object) {
        assertThat(JsonSize.of(object)).as("%s", object).isEqualTo(json.write(object).length);
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> object = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.put(text(random), value(random, depth + 1));
        }
        return object;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 8)) {
            case 0 -> text(random);
            case 1 -> random.nextInt();
            case 2 -> random.nextLong();
            case 3 -> random.nextBoolean();
            case 4 -> BigInteger.valueOf(random.nextLong()).pow(3);
            case 5 -> new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(100) - 50);
            case 6 -> object(random, depth);
            default -> random.nextBoolean() ? List.of() : List.of(value(random, depth + 1), value(random, depth + 1));
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            int character = random.nextInt(0x800);
            text.appendCodePoint(random.nextInt(4) > 0 ? character : 0x10000 + 31 * character);
        }
        return text.toString();
    }
}
