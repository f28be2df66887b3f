package io.quarkiverse.usersession.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

import jakarta.enterprise.util.TypeLiteral;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** What could be written and not read back is refused when it is stored, and nothing else is. */
class ReadBackTest {

    private static final String SECRET = "s3cret";

    private final ObjectMapper mapper = new ObjectMapper().findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final TypedValues jackson = new JacksonValues(() -> mapper);

    public static class NoDefaultConstructor {
        public String name = SECRET;

        NoDefaultConstructor(int size) {
        }
    }

    public interface Shape {
        String getName();
    }

    public record Circle(String name) implements Shape {
        @Override
        public String getName() {
            return name;
        }
    }

    public static class Drawing {
        public List<Shape> shapes = List.of(new Circle(SECRET));
    }

    public abstract static class Animal {
        public String name = SECRET;
    }

    public static class Dog extends Animal {
        Dog(int age) {
        }
    }

    public static class Kennel {
        public Animal animal = new Dog(1);
    }

    public static class Plain {
        public String name = SECRET;
    }

    public static class Richer extends Plain {
        Richer(int size) {
        }
    }

    public record Changing(@JsonProperty("name") String given) {

        public Changing {
            if (given.startsWith("written")) {
                throw new IllegalArgumentException(given);
            }
        }

        @JsonProperty("name")
        public String given() {
            return "written" + given;
        }
    }

    public static class Tags implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of(SECRET).iterator();
        }
    }

    public record Bounded<T extends Shape>(T shape) {
    }

    static List<Arguments> unreadable() {
        return List.of(
                Arguments.of(new NoDefaultConstructor(1),
                        "MismatchedInputException for type " + NoDefaultConstructor.class.getName()),
                Arguments.of(List.of(Map.of("k", new NoDefaultConstructor(1))), "MismatchedInputException"),
                Arguments.of(new Drawing(), "InvalidDefinitionException for type " + Shape.class.getName() + " at "
                        + Drawing.class.getName() + ".shapes[])"),
                Arguments.of(new Dog(1), "MismatchedInputException for type " + Dog.class.getName()),
                Arguments.of(new Kennel(), "InvalidDefinitionException for type " + Animal.class.getName() + " at "
                        + Kennel.class.getName() + ".animal)"),
                Arguments.of(new Richer(1), "MismatchedInputException for type " + Richer.class.getName()),
                Arguments.of(new Plain() {
                }, "InvalidDefinitionException"),
                Arguments.of(new Changing("x"), "ValueInstantiationException (java.lang.IllegalArgumentException)"),
                Arguments.of(new Tags(), "MismatchedInputException"),
                Arguments.of(new Bounded<>(new Circle(SECRET)), "InvalidDefinitionException for type " + Shape.class.getName()
                        + " at " + Bounded.class.getName() + ".shape)"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadBackIsRefusedWithTheReason(Object value, String reason) {
        assertThat(refusal(() -> new Snapshots(jackson).of(value)))
                .contains(" can't be stored, because the application's ObjectMapper can write it but not read it back (",
                        reason,
                        "; make it a record");
    }

    @Test
    void aPropertyThatIsOnlyWrittenCountsWhereTheMapperSaysSo() {
        class Total {
            public int getTotal() {
                return 7;
            }
        }
        record Price(int amount) {
            public int getTotal() {
                return 2 * amount;
            }
        }
        assertThatCode(() -> new Snapshots(jackson).of(new Price(1))).doesNotThrowAnyException();
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        assertThat(refusal(() -> new Snapshots(jackson).of(new Price(1))))
                .contains("UnrecognizedPropertyException at " + Price.class.getName()
                        + ".total)");
        assertThat(refusal(() -> new Snapshots(jackson).of(new Total()))).contains("can't be stored");
    }

    @Test
    void aPropertyThatTheClassDoesNotHaveIsDataAndNotNamed() {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        assertThat(refusal(() -> new Conversion(jackson).to(Circle.class, Map.of(SECRET, 1)))).contains(
                "UnrecognizedPropertyException at " + Circle.class.getName() + ".?;");
    }

    @Test
    void aFailingReadIsNamedByExceptionTypesAndProperty() {
        record Line(int quantity) {
        }
        record Cart(Map<String, List<Line>> lines) {
        }

        assertThat(refusal(() -> new Conversion(jackson).to(Cart.class,
                Map.of("lines", Map.of(SECRET, List.of(Map.of("quantity", SECRET)))))))
                .contains("can't become a " + Cart.class.getName() + ": InvalidFormatException for type int at "
                        + Cart.class.getName() + ".lines[][].quantity;");
    }

    // readable

    public static class Creator {
        private final String name;

        private Creator(String name) {
            this.name = name;
        }

        @JsonCreator
        static Creator of(@JsonProperty("name") String name) {
            return new Creator(name);
        }

        public String getName() {
            return name;
        }
    }

    @JsonTypeInfo(use = Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = Square.class, name = "square"))
    public interface Known {
    }

    public record Square(int size) implements Known {
    }

    public record Canvas(List<Known> shapes, Optional<Known> frame) {
    }

    /** As AutoValue makes them. */
    public abstract static class Generated {
        public abstract String getName();

        @JsonCreator
        static Generated of(@JsonProperty("name") String name) {
            return new GeneratedImplementation(name, 0);
        }
    }

    static final class GeneratedImplementation extends Generated {
        private final String name;

        GeneratedImplementation(String name, int other) {
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }
    }

    @JsonDeserialize(as = Implementation.class)
    public interface Declared {
        String getName();
    }

    public record Implementation(String name) implements Declared {
        @Override
        public String getName() {
            return name;
        }
    }

    public record Page<T>(List<T> items, T first) {
    }

    public record Nullable(String name, Shape shape) {
    }

    static List<Object> readable() {
        Map<String, Integer> map = new LinkedHashMap<>(Map.of("a", 1));
        return List.of(new Circle("c"), Creator.of("c"), new Square(1), new Canvas(List.of(new Square(1)), Optional.empty()),
                Generated.of("g"), new Implementation("i"), new Page<>(List.of(new Circle("c")), new Circle("d")),
                new Nullable("n", null), new Plain(), Optional.of("o"), new String[] { "a" }, new int[] { 1 },
                LocalDate.of(2026, 1, 2), URI.create("/a"), new ArrayDeque<>(List.of("a")), map.values());
    }

    @ParameterizedTest
    @MethodSource("readable")
    void whatCanBeReadBackIsStored(Object value) {
        assertThat(new Snapshots(jackson).of(value)).isNotNull();
    }

    static List<Arguments> behindTypesOfTheJdk() throws UnknownHostException {
        return List.of(
                Arguments.of(ZoneId.of("Europe/Berlin"), ZoneId.class),
                Arguments.of(TimeZone.getTimeZone("Europe/Berlin"), TimeZone.class),
                Arguments.of(Path.of("a").toAbsolutePath(), Path.class),
                Arguments.of(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), InetAddress.class),
                Arguments.of(StandardCharsets.UTF_8, Charset.class),
                Arguments.of(ByteBuffer.wrap(new byte[] { 1 }), ByteBuffer.class));
    }

    @ParameterizedTest
    @MethodSource("behindTypesOfTheJdk")
    void aClassBehindATypeOfTheJdkIsReadAsThat(Object value, Class<?> type) {
        Object plain = new Snapshots(jackson).of(value);

        assertThat(new Conversion(jackson).to(type, plain)).isEqualTo(value);
    }

    @Test
    void aValueOfADeclaredTypeIsReadBackAsThat() {
        Object bounded = new Bounded<>(new Circle("c"));
        Type declared = new TypeLiteral<Bounded<Circle>>() {
        }.getType();

        assertThat(new Snapshots(jackson).of(bounded, declared)).isEqualTo(Map.of("shape", Map.of("name", "c")));
        assertThat(new Snapshots(jackson).of(List.of(1), List.class)).isEqualTo(List.of(1));
        assertThat(refusal(() -> new Snapshots(jackson).of(new Circle(SECRET), Shape.class)))
                .contains("InvalidDefinitionException for type " + Shape.class.getName() + ")");
        assertThat(refusal(() -> new Snapshots(jackson).of(List.of(new Circle(SECRET)), new TypeLiteral<List<Shape>>() {
        }.getType()))).contains("can't become a " + Shape.class.getName());
    }

    private static String refusal(Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        assertThat(thrown).isInstanceOf(UnsuitableValueException.class).hasNoCause();
        assertThat(thrown.getMessage()).doesNotContain(SECRET).doesNotContain("\n");
        return thrown.getMessage();
    }
}
