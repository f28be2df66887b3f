package io.quarkiverse.usersession.runtime.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.util.TypeLiteral;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.quarkiverse.usersession.runtime.format.JsonObject;

class TypedValuesTest {

    record Item(String sku, int quantity, Instant added, String note) {
    }

    record Cart(List<Item> items, Map<String, Item> gifts) {
    }

    record Name(String text) {

        Name {
            if (text.startsWith("s3cret")) {
                throw new UnsupportedOperationException("not a name: " + text);
            }
        }

        public String getInitial() {
            throw new UnsupportedOperationException("none in: s3cret " + text);
        }
    }

    private static final Instant ADDED = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Item BREAD = new Item("bread", 2, ADDED, null);
    private static final Item HONEY = new Item("honey", 1, ADDED, "for s3cret Ada");

    private final JsonObject json = new JsonObject();
    private final TypedValues jackson = new JacksonValues(() -> new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));

    @Test
    void aRecordComesBackEqual() throws IOException {
        Cart cart = new Cart(List.of(BREAD, HONEY), Map.of("bread", BREAD));

        assertThat(read(Cart.class, stored(cart))).isEqualTo(cart);
    }

    @Test
    void aFieldThatIsNullIsNotStored() {
        assertThat(new Snapshots(jackson).of(BREAD))
                .isEqualTo(Map.of("sku", "bread", "quantity", 2, "added", "2026-01-02T03:04:05.678Z"));
    }

    @Test
    void listsSetsAndMapsOfRecordsComeBackEqual() throws IOException {
        assertThat(read(new TypeLiteral<List<Item>>() {
        }, stored(List.of(BREAD, HONEY)))).isEqualTo(List.of(BREAD, HONEY));
        assertThat(read(new TypeLiteral<Set<Item>>() {
        }, stored(Set.of(BREAD, HONEY)))).isEqualTo(Set.of(BREAD, HONEY));
        assertThat(read(new TypeLiteral<Map<String, List<Item>>>() {
        }, stored(Map.of("a", List.of(BREAD))))).isEqualTo(Map.of("a", List.of(BREAD)));
    }

    @Test
    void theSnapshotIsOfNow() {
        List<Item> items = new ArrayList<>(List.of(BREAD));
        Object snapshot = new Snapshots(jackson).of(new Cart(items, Map.of()));

        items.add(HONEY);

        assertThat(read(Cart.class, snapshot)).isEqualTo(new Cart(List.of(BREAD), Map.of()));
    }

    @Test
    void anEqualRecordIsAnEqualSnapshot() {
        Snapshots snapshot = new Snapshots(jackson);

        assertThat(snapshot.of(new Item("bread", 2, ADDED, null))).isEqualTo(snapshot.of(BREAD));
    }

    @Test
    void listsOfPlainTypesNeedNoJackson() {
        Snapshots snapshot = new Snapshots(TypedValues.UNAVAILABLE);
        Conversion conversion = new Conversion(TypedValues.UNAVAILABLE);

        assertThat(conversion.to(new TypeLiteral<List<Instant>>() {
        }.getType(), snapshot.of(List.of(ADDED)))).isEqualTo(List.of(ADDED));
        assertThat(conversion.to(new TypeLiteral<Map<String, Set<Long>>>() {
        }.getType(), snapshot.of(Map.of("a", Set.of(1L))))).isEqualTo(Map.of("a", Set.of(1L)));
    }

    @Test
    void plainTypesNeverGoThroughTheMapper() throws IOException {
        TypedValues broken = new JacksonValues(() -> {
            throw new AssertionError("the mapper was asked");
        });

        Object stored = json.read(json.write(Map.of("k", new Snapshots(broken).of(List.of(ADDED, 1, "a", true)))), 0).get("k");

        assertThat(new Conversion(broken).to(List.class, stored)).isEqualTo(List.of("2026-01-02T03:04:05.678Z", 1, "a", true));
        assertThatExceptionOfType(UnsuitableValueException.class)
                .isThrownBy(() -> new Conversion(broken).to(Integer.class, "x"));
    }

    @Test
    void withoutJacksonTheMessageSaysWhatToAdd() {
        assertThatExceptionOfType(UnsuitableValueException.class)
                .isThrownBy(() -> new Snapshots(TypedValues.UNAVAILABLE).of(HONEY))
                .withMessageContaining("add the extension quarkus-jackson").withMessageContaining("Item")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
        assertThatExceptionOfType(UnsuitableValueException.class)
                .isThrownBy(() -> new Conversion(TypedValues.UNAVAILABLE).to(Item.class, Map.of("sku", "bread")))
                .withMessageContaining("add the extension quarkus-jackson");
    }

    @Test
    void S5_aValueThatNoLongerFitsItsClassIsNamedByItsTypeOnly() {
        assertThatExceptionOfType(UnsuitableValueException.class)
                .isThrownBy(() -> read(Item.class, Map.of("sku", "bread", "quantity", "s3cret")))
                .withMessageContaining("the stored map can't become a ").withMessageContaining("Item").withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
        assertThatExceptionOfType(UnsuitableValueException.class).isThrownBy(() -> read(Item.class, "s3cret"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void S5_whatTheClassItselfSaysOfAValueIsNotRepeated() {
        ObjectMapper mapper = new ObjectMapper().disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .disable(SerializationFeature.WRAP_EXCEPTIONS);
        TypedValues unwrapped = new JacksonValues(() -> mapper);

        assertThatExceptionOfType(UnsuitableValueException.class)
                .isThrownBy(() -> new Conversion(unwrapped).to(Name.class, Map.of("text", "s3cret")))
                .withMessageContaining("can't become a " + Name.class.getName()
                        + ": ValueInstantiationException (java.lang.UnsupportedOperationException);")
                .withNoCause().satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
        assertThatExceptionOfType(UnsuitableValueException.class).isThrownBy(() -> new Snapshots(unwrapped).of(new Name("ok")))
                .withMessageContaining("can't be stored").withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void whatBecomesNullDoesNotFit() {
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT);

        assertThatExceptionOfType(UnsuitableValueException.class)
                .isThrownBy(() -> new Conversion(new JacksonValues(() -> mapper)).to(Item.class, ""))
                .withMessage(
                        "the stored text can't become a " + Item.class.getName() + "; get(key, String.class) reads the text");
    }

    @Test
    void aClassThatJacksonCannotWriteIsRefused() {
        class Loop {
            public Loop getSelf() {
                return this;
            }
        }

        assertThatExceptionOfType(UnsuitableValueException.class).isThrownBy(() -> new Snapshots(jackson).of(new Loop()))
                .withMessageContaining("can't be stored").withNoCause();
    }

    @Test
    void S16_typeInformationInACookieMakesNoOtherClass() {
        Object gadget = Map.of("@class", "java.util.Date", "@type", "java.util.Date", "sku", "x", "quantity", 1);

        assertThat(read(Item.class, gadget)).isEqualTo(new Item("x", 1, null, null));
        assertThat(new Conversion(jackson).to(Object.class, gadget)).isEqualTo(gadget).isNotInstanceOf(Date.class);
    }

    private Object stored(Object value) throws IOException {
        return json.read(json.write(Map.of("k", new Snapshots(jackson).of(value))), 0).get("k");
    }

    private Object read(Type type, Object stored) {
        return new Conversion(jackson).to(type, stored);
    }

    private Object read(TypeLiteral<?> type, Object stored) {
        return read(type.getType(), stored);
    }
}
