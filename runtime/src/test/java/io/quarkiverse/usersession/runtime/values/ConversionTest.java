package io.quarkiverse.usersession.runtime.values;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.values.SnapshotsTest.Size;

class ConversionTest {

    private static final Snapshots SNAPSHOT = new Snapshots(TypedValues.UNAVAILABLE);

    private static final Conversion CONVERSION = new Conversion(TypedValues.UNAVAILABLE);

    private static final String PRIVATE = "k33p-me-private";
    private static final BigDecimal PRIVATE_NUMBER = new BigDecimal("7355608.7355608");

    static Stream<Arguments> calls() {
        return Stream.of(
                arguments("text", Integer.class,
                        "the stored text can't become a java.lang.Integer; get(key, String.class) reads the text"),
                arguments(7, String.class, "; get(key, Integer.class) reads the number"),
                arguments(Long.MAX_VALUE, String.class, "; get(key, Long.class) reads the number"),
                arguments(BigInteger.TEN.pow(30), String.class, "; get(key, BigInteger.class) reads the number"),
                arguments(0.5, String.class, "; get(key, BigDecimal.class) reads the number"),
                arguments(true, String.class, "; get(key, Boolean.class) reads the boolean"),
                arguments(List.of("a"), String.class, "; get(key, List.class) reads the list, or"
                        + " get(key, new TypeLiteral<List<...>>() {}) with the type of its elements"),
                arguments(Map.of("k", 1), String.class,
                        "; get(key, Map.class) reads the map, or get(key, ...) with the class of"
                                + " the object that was stored"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aRefusalSaysWhatToCall(Object value, Class<?> type, String text) {
        assertThatThrownBy(() -> CONVERSION.to(type, SNAPSHOT.of(value))).hasMessageEndingWith(text);
    }

    static Stream<Arguments> roundTrips() {
        return Stream.of(
                arguments("", String.class),
                arguments("\"\\\u0000\n\u2028é漢😀", String.class),
                arguments("text", CharSequence.class),
                arguments(true, Boolean.class),
                arguments(false, boolean.class),
                arguments(Integer.MAX_VALUE, Integer.class),
                arguments(Integer.MIN_VALUE, int.class),
                arguments(Long.MAX_VALUE, Long.class),
                arguments(Long.MIN_VALUE, long.class),
                arguments(0L, long.class),
                arguments(Short.MAX_VALUE, Short.class),
                arguments(Short.MIN_VALUE, short.class),
                arguments(Byte.MAX_VALUE, Byte.class),
                arguments(Byte.MIN_VALUE, byte.class),
                arguments(Double.MAX_VALUE, Double.class),
                arguments(-Double.MAX_VALUE, double.class),
                arguments(Double.MIN_VALUE, double.class),
                arguments(Double.MIN_NORMAL, Double.class),
                arguments(0.1 + 0.2, Double.class),
                arguments(1.2345678E7, double.class),
                arguments(Float.MAX_VALUE, Float.class),
                arguments(Float.MIN_VALUE, float.class),
                arguments(0.1f, Float.class),
                arguments(16777217, Integer.class),
                arguments(BigInteger.TEN.pow(999).negate(), BigInteger.class),
                arguments(BigInteger.ZERO, BigInteger.class),
                arguments(new BigDecimal("-1.500"), BigDecimal.class),
                arguments(new BigDecimal("0.00"), BigDecimal.class),
                arguments(new BigDecimal("1E+300"), BigDecimal.class),
                arguments(new BigDecimal("1E-4096"), BigDecimal.class),
                arguments(new BigDecimal("5"), BigDecimal.class),
                arguments(Instant.MIN, Instant.class),
                arguments(Instant.MAX, Instant.class),
                arguments(Instant.parse("2024-02-29T23:59:59.000000001Z"), Instant.class),
                arguments(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), Duration.class),
                arguments(Duration.ofSeconds(Long.MIN_VALUE), Duration.class),
                arguments(Duration.ofSeconds(-1, 1), Duration.class),
                arguments(Duration.ZERO, Duration.class),
                arguments(new UUID(Long.MIN_VALUE, Long.MAX_VALUE), UUID.class),
                arguments(Size.SMALL, Size.class),
                arguments(Size.LARGE, Size.class),
                arguments(new byte[0], byte[].class),
                arguments(new byte[] { 0, 1, -1, 127, -128 }, byte[].class),
                arguments(List.of(), List.class),
                arguments(Set.of(), Set.class),
                arguments(Map.of(), Map.class),
                arguments(List.of(1, "a", List.of(List.of()), Map.of("b", List.of(true))), List.class),
                arguments(List.of(1), Collection.class),
                arguments(new LinkedHashSet<>(List.of("b", "a", List.of(1))), Set.class),
                arguments(Map.of("a", Map.of("b", Map.of("", List.of()))), Map.class));
    }

    @ParameterizedTest
    @MethodSource("roundTrips")
    void givesBackWhatWasStored(Object value, Class<?> type) {
        assertThat((Object) CONVERSION.to(type, stored(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("roundTrips")
    void givesBackThePlainFormAsAnObject(Object value) {
        assertThat(CONVERSION.to(Object.class, stored(value))).isEqualTo(SNAPSHOT.of(value));
    }

    @Test
    void givesBackAnyDoubleAndFloatToTheLastBit() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double wide = Double.longBitsToDouble(random.nextLong());
            float narrow = Float.intBitsToFloat(random.nextInt());

            if (Double.isFinite(wide)) {
                assertThat(CONVERSION.to(Double.class, stored(wide))).isEqualTo(wide);
            }
            if (Float.isFinite(narrow)) {
                assertThat(CONVERSION.to(float.class, stored(narrow))).isEqualTo(narrow);
            }
        }
    }

    @Test
    void keepsTheOrderOfASet() {
        Set<?> set = (Set<?>) CONVERSION.to(Set.class, stored(new LinkedHashSet<>(List.of("c", "a", "b"))));

        assertThat(new ArrayList<Object>(set)).containsExactly("c", "a", "b");
    }

    @Test
    void collectionsAreUnmodifiable() {
        Collection<?> set = (Collection<?>) CONVERSION.to(Set.class, stored(Set.of(1)));
        Collection<?> list = (Collection<?>) CONVERSION.to(List.class, stored(List.of(1)));
        Map<?, ?> map = (Map<?, ?>) CONVERSION.to(Map.class, stored(Map.of("a", 1)));

        assertThat(set).isUnmodifiable();
        assertThat(list).isUnmodifiable();
        assertThat(map).isUnmodifiable();
    }

    static Stream<Arguments> numbersThatFit() {
        return Stream.of(
                arguments(3, Long.class, 3L),
                arguments(3L, Integer.class, 3),
                arguments(3, Double.class, 3.0),
                arguments(3.0, Integer.class, 3),
                arguments(3.0, BigInteger.class, BigInteger.valueOf(3)),
                arguments(3, BigDecimal.class, new BigDecimal("3")),
                arguments(new BigDecimal("1.2E+1"), Byte.class, (byte) 12),
                arguments(new BigDecimal("1E+4"), Short.class, (short) 10_000),
                arguments(new BigDecimal("1E+18"), Long.class, 1_000_000_000_000_000_000L),
                arguments(0.5f, Double.class, 0.5),
                arguments(7, Number.class, 7));
    }

    @ParameterizedTest
    @MethodSource("numbersThatFit")
    void numbersConvertToEachOtherIfTheyFit(Object value, Class<?> type, Object converted) {
        assertThat((Object) CONVERSION.to(type, stored(value))).isEqualTo(converted);
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                arguments(7355608735L, Integer.class, "number"),
                arguments(-7355608735L, int.class, "number"),
                arguments(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE), Long.class, "number"),
                arguments(Short.MAX_VALUE + 1, Short.class, "number"),
                arguments(Byte.MIN_VALUE - 1, byte.class, "number"),
                arguments(PRIVATE_NUMBER, Integer.class, "number"),
                arguments(1.5, Integer.class, "number"),
                arguments(PRIVATE_NUMBER, BigInteger.class, "number"),
                arguments(new BigDecimal("7355608.7E+309"), Double.class, "number"),
                arguments(new BigDecimal("7355608.7E+309"), double.class, "number"),
                arguments(7355608.7E+39, Float.class, "number"),
                arguments(PRIVATE_NUMBER, String.class, "number"),
                arguments(PRIVATE_NUMBER, boolean.class, "number"),
                arguments(1, Boolean.class, "number"),
                arguments(PRIVATE_NUMBER, Instant.class, "number"),
                arguments(PRIVATE_NUMBER, char.class, "number"),
                arguments(PRIVATE, Instant.class, "text"),
                arguments(PRIVATE, Duration.class, "text"),
                arguments(PRIVATE, UUID.class, "text"),
                arguments(PRIVATE, Size.class, "text"),
                arguments("small", Size.class, "text"),
                arguments("XXL", Size.class, "text"),
                arguments(PRIVATE, byte[].class, "text"),
                arguments(PRIVATE, Integer.class, "text"),
                arguments("7355608", int.class, "text"),
                arguments(PRIVATE, Boolean.class, "text"),
                arguments(PRIVATE, List.class, "text"),
                arguments(PRIVATE, StringBuilder.class, "text"),
                arguments(true, String.class, "boolean"),
                arguments(true, int.class, "boolean"),
                arguments(List.of(PRIVATE), Map.class, "list"),
                arguments(List.of(PRIVATE), String.class, "list"),
                arguments(Map.of(PRIVATE, PRIVATE), Set.class, "map"),
                arguments(Map.of(PRIVATE, PRIVATE), ConversionTest.class, "map"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void refusesByTypeAndWithoutTheValue(Object value, Class<?> type, String kind) {
        assertThatThrownBy(() -> CONVERSION.to(type, stored(value))).isInstanceOf(UnsuitableValueException.class)
                .hasMessageStartingWith("the stored " + kind + " can't become a " + type.getTypeName()).hasNoCause()
                .extracting(Throwable::getMessage).asString().doesNotContain(PRIVATE, "7355608", value.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "1E+4000", "-9.9E+4000", "1E+4096", "1E-4096", "1E+2147483647", "1E-2147483647" })
    void aHugeExponentTakesNoTimeToConvert(String number) {
        // not stored: those beyond Snapshots's limit can only come from a cookie that another version has sealed
        Object stored = new BigDecimal(number);

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (Class<?> type : List.of(BigInteger.class, int.class, Long.class, Short.class, byte.class, Double.class,
                    Float.class, BigDecimal.class)) {
                convertOrRefuse(type, stored);
            }
        });
    }

    @Test
    void aHugeWholeNumberBecomesABigInteger() {
        assertThat(CONVERSION.to(BigInteger.class, stored(new BigDecimal("1E+4000")))).isEqualTo(BigInteger.TEN.pow(4000));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1E+4097", "1E+100000000", "1E-4097" })
    void aScaleThatCantBeStoredIsNotWrittenOutEither(String number) {
        assertThatThrownBy(() -> CONVERSION.to(BigInteger.class, new BigDecimal(number)))
                .isInstanceOf(UnsuitableValueException.class);
    }

    @Test
    void aTextOfBase64BecomesItsBytes() {
        assertThat(CONVERSION.to(byte[].class, "cGxhaW4=")).isEqualTo("plain".getBytes(UTF_8));
    }

    private static void convertOrRefuse(Class<?> type, Object stored) {
        try {
            assertThat((Object) CONVERSION.to(type, stored)).isInstanceOf(Number.class);
        } catch (UnsuitableValueException e) {
            assertThat(e).hasMessageContaining(type.getTypeName());
        }
    }

    /** The value as a later request finds it. */
    private static Object stored(Object value) {
        return SnapshotsTest.readBack(SNAPSHOT.of(value));
    }
}
