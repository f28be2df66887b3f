package io.quarkiverse.usersession.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.format.JsonObject;

class SnapshotsTest {

    private static final Snapshots SNAPSHOT = new Snapshots(TypedValues.UNAVAILABLE);

    private static final String PRIVATE = "k33p-me-private";

    enum Size {
        SMALL,
        LARGE {
            @Override
            public String toString() {
                return "XXL";
            }
        }
    }

    /** Its texts give it away, so that a message that quotes it is found out. */
    private record Unsupported(String content) {
    }

    static Stream<Arguments> plainForms() {
        return Stream.of(
                arguments("text", "text"),
                arguments(true, true),
                arguments((byte) -1, -1),
                arguments((short) 7, 7),
                arguments(7L, 7),
                arguments(Integer.MAX_VALUE + 1L, Integer.MAX_VALUE + 1L),
                arguments(Integer.MIN_VALUE - 1L, Integer.MIN_VALUE - 1L),
                arguments((long) Integer.MIN_VALUE, Integer.MIN_VALUE),
                arguments(BigInteger.TEN, 10),
                arguments(BigInteger.valueOf(Long.MIN_VALUE), Long.MIN_VALUE),
                arguments(BigInteger.TWO.pow(63), BigInteger.TWO.pow(63)),
                arguments(new BigDecimal("12"), 12),
                arguments(new BigDecimal("12.0"), new BigDecimal("12.0")),
                arguments(new BigDecimal("1E+2"), new BigDecimal("1E+2")),
                arguments(0.1, new BigDecimal("0.1")),
                arguments(0.1f, new BigDecimal("0.1")),
                arguments(1.2345678E7, 12345678),
                arguments(Instant.EPOCH, "1970-01-01T00:00:00Z"),
                arguments(Duration.ofMinutes(90), "PT1H30M"),
                arguments(new UUID(0, 1), "00000000-0000-0000-0000-000000000001"),
                arguments(Size.LARGE, "LARGE"),
                arguments(new byte[] { 1, 2, -1 }, "AQL/"),
                arguments(new LinkedHashSet<>(List.of(2L, 1L)), List.of(2, 1)),
                arguments(Map.of("at", List.of(Size.SMALL, 1L)), Map.of("at", List.of("SMALL", 1))));
    }

    @ParameterizedTest
    @MethodSource("plainForms")
    void hasThePlainForm(Object value, Object plain) {
        assertThat(SNAPSHOT.of(value)).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("plainForms")
    void isExactlyWhatIsReadBack(Object value) {
        assertSameForm(readBack(SNAPSHOT.of(value)), SNAPSHOT.of(value));
    }

    @Test
    void S12_equalSetsAreEqualSnapshotsWhateverTheirOrder() {
        Set<String> few = new HashSet<>(8);
        Set<String> many = new HashSet<>(1024);
        for (String role : List.of("editor", "admin", "viewer", "guest")) {
            few.add(role);
            many.add(role);
        }
        assertThat(List.copyOf(few)).as("the sets have different orders").isNotEqualTo(List.copyOf(many));

        assertThat(SNAPSHOT.of(few)).isEqualTo(SNAPSHOT.of(many)).isEqualTo(List.of("admin", "editor", "guest", "viewer"));
        assertThat(SNAPSHOT.of(new LinkedHashSet<>(List.of("b", "a")))).isEqualTo(List.of("b", "a"));
    }

    @Test
    void anyNumberIsExactlyWhatIsReadBack() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Object snapshot = SNAPSHOT.of(number(random));

            assertSameForm(readBack(snapshot), snapshot);
        }
    }

    @Test
    void equalWholeNumbersHaveOneFormWhateverTheirType() {
        Random random = new Random(8);
        for (int i = 0; i < 5_000; i++) {
            long number = random.nextLong() >> random.nextInt(64);
            Object form = SNAPSHOT.of(number);

            assertThat(SNAPSHOT.of(BigInteger.valueOf(number))).isEqualTo(form);
            assertThat(SNAPSHOT.of(BigDecimal.valueOf(number))).isEqualTo(form);
            if (number == (int) number) {
                assertThat(SNAPSHOT.of((int) number)).isEqualTo(form);
            }
        }
    }

    @Test
    void anyNestedValueIsExactlyWhatIsReadBack() {
        Random random = new Random(9);
        for (int i = 0; i < 2_000; i++) {
            Object snapshot = SNAPSHOT.of(value(random, 4));

            assertSameForm(readBack(snapshot), snapshot);
        }
    }

    @Test
    void laterChangesOfTheValueDontShow() {
        List<Object> inner = new ArrayList<>(List.of(1));
        Map<String, Object> map = new HashMap<>(Map.of("inner", inner));
        List<Object> outer = new ArrayList<>(List.of(map));
        byte[] bytes = { 1 };

        Object list = SNAPSHOT.of(outer);
        Object text = SNAPSHOT.of(bytes);
        inner.add(2);
        map.put("more", 1);
        outer.clear();
        bytes[0] = 2;

        assertThat(list).isEqualTo(List.of(Map.of("inner", List.of(1))));
        assertThat(text).isEqualTo("AQ==");
    }

    @Test
    void nobodyCanChangeItAtAnyLevel() {
        Map<String, Object> map = new HashMap<>();
        map.put("list", new ArrayList<>(List.of(new ArrayList<>(), new HashMap<>())));
        map.put("set", new LinkedHashSet<>(List.of(new ArrayList<>(List.of(1)))));
        map.put("map", new HashMap<>(Map.of("a", new HashMap<>())));

        assertUnmodifiable(SNAPSHOT.of(map));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(null, "null"),
                arguments(new Date(0), "a java.util.Date"),
                arguments(new Object(), "a java.lang.Object"),
                arguments('c', "a java.lang.Character"),
                arguments(new int[] { 1 }, "a int[]"),
                arguments(new String[] { PRIVATE }, "a java.lang.String[]"),
                arguments(new StringBuilder(PRIVATE), "a java.lang.StringBuilder"),
                arguments(new AtomicInteger(1), "a java.util.concurrent.atomic.AtomicInteger"),
                arguments(new Unsupported(PRIVATE), "a " + Unsupported.class.getName()),
                arguments(Map.of(1, PRIVATE), "a Map needs keys of type String"),
                arguments(Collections.singletonMap(null, PRIVATE), "a Map needs keys of type String"),
                arguments(Double.NaN, "NaN"),
                arguments(Double.NEGATIVE_INFINITY, "infinities"),
                arguments(Float.NaN, "NaN"),
                arguments(Float.POSITIVE_INFINITY, "infinities"),
                arguments(new BigDecimal("1E+4097"), "a BigDecimal with a scale beyond 4096"),
                arguments(new BigDecimal("1E-4097"), "a BigDecimal with a scale beyond 4096"),
                arguments(new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE), "a BigDecimal with a scale beyond 4096"),
                arguments(Map.of(PRIVATE + "\ud83d", 1), "the key is not valid Unicode"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesByTypeAndWithoutTheValue(Object value, String reason) {
        assertRefused(value, reason);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesInsideOthersToo(Object value, String reason) {
        assertRefused(Arrays.asList(PRIVATE, value), reason);
        assertRefused(Map.of("list", List.of(Collections.singletonMap(PRIVATE, value))), reason);
        assertRefused(Collections.singleton(value), reason);
    }

    @Test
    void refusesAListOrAMapThatContainsItself() {
        List<Object> list = new ArrayList<>(List.of(PRIVATE));
        list.add(list);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(PRIVATE, map);

        assertRefused(list, "nested more than 63 deep");
        assertRefused(map, "nested more than 63 deep");
    }

    @Test
    void nestsAsDeepAsTheCookieCanAndNoDeeper() {
        Object deepest = PRIVATE;
        for (int depth = 1; depth < JsonObject.MAX_DEPTH; depth++) {
            deepest = depth % 2 == 0 ? List.of(deepest) : Map.of("k", deepest);
        }

        assertThat(readBack(SNAPSHOT.of(deepest))).isEqualTo(deepest);
        assertRefused(List.of(deepest), "nested more than 63 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\ud800", "\udc00", "a\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00" })
    void refusesAKeyWithHalfASurrogatePair(String key) {
        assertThatExceptionOfType(UnsuitableValueException.class).isThrownBy(() -> Unicode.requireValid(key))
                .withMessageContaining("not valid Unicode").withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\u0000", "!", "=", "é", "😀", "\uffff", "𝄞" })
    void takesAnyOtherKey(String key) {
        assertThat(Unicode.requireValid(key)).isEqualTo(key);
        assertThat(readBack(SNAPSHOT.of(Map.of(key, 1)))).isEqualTo(Map.of(key, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\ud83d", "\ud83dX", "a\ude00X", "\ude00\ud83d", "\ud83d\ud83d\ude00" })
    void aTextMayHaveHalfASurrogatePair(String text) {
        assertThat(readBack(SNAPSHOT.of(text))).isEqualTo(text);
        assertThat(readBack(SNAPSHOT.of(List.of(text, "b")))).isEqualTo(List.of(text, "b"));
    }

    /** What the next request reads. */
    static Object readBack(Object snapshot) {
        JsonObject json = new JsonObject();
        try {
            return json.read(json.write(Map.of("key", snapshot)), 0).get("key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertSameForm(Object actual, Object expected) {
        assertThat(actual).isEqualTo(expected);
        if (!(expected instanceof Collection || expected instanceof Map)) {
            assertThat(actual).hasSameClassAs(expected);
        }
    }

    private static void assertUnmodifiable(Object plain) {
        if (plain instanceof Map<?, ?> map) {
            assertThat(map).isUnmodifiable();
            map.values().forEach(SnapshotsTest::assertUnmodifiable);
        } else if (plain instanceof List<?> list) {
            assertThat(list).isUnmodifiable();
            list.forEach(SnapshotsTest::assertUnmodifiable);
        }
    }

    private static void assertRefused(Object value, String reason) {
        assertThatThrownBy(() -> SNAPSHOT.of(value)).isInstanceOf(UnsuitableValueException.class)
                .hasMessageContaining(reason).hasNoCause()
                .extracting(Throwable::getMessage).asString().doesNotContain(PRIVATE);
    }

    private static Number number(Random random) {
        long bits = random.nextLong() >> random.nextInt(64);
        return switch (random.nextInt(8)) {
            case 0 -> (byte) bits;
            case 1 -> (short) bits;
            case 2 -> (int) bits;
            case 3 -> bits;
            case 4 -> finite(Double.longBitsToDouble(random.nextLong()));
            case 5 -> finite(Float.intBitsToFloat(random.nextInt()));
            case 6 -> bigInteger(random);
            default -> new BigDecimal(bigInteger(random), random.nextInt(8) == 0 ? 0 : random.nextInt(2 * 4096 + 1) - 4096);
        };
    }

    private static BigInteger bigInteger(Random random) {
        BigInteger number = new BigInteger(random.nextInt(20) == 0 ? random.nextInt(9_000) : random.nextInt(140), random);
        return random.nextBoolean() ? number : number.negate();
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : 0;
    }

    private static float finite(float number) {
        return Float.isFinite(number) ? number : 0;
    }

    private static Object value(Random random, int depth) {
        switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0:
                return number(random);
            case 1:
                return text(random);
            case 2:
                return random.nextBoolean();
            case 3:
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                return list;
            default:
                Map<String, Object> map = new HashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), value(random, depth - 1));
                }
                return map;
        }
    }

    private static String text(Random random) {
        int[] characters = random.ints(random.nextInt(6), 0, 0x11000).filter(c -> c < 0xd800 || c > 0xdfff).toArray();
        return new String(characters, 0, characters.length);
    }
}
