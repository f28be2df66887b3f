package io.quarkiverse.usersession.deployment;

import static java.lang.annotation.ElementType.TYPE_USE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serializable;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ValueTypesTest {

    record Line(String sku) {
    }

    enum Size {
        SMALL
    }

    @SuppressWarnings({ "unused", "rawtypes" })
    static class Plain {
        String text;
        Boolean truth;
        Integer number;
        Short shortNumber;
        BigDecimal decimal;
        Number anyNumber;
        Instant time;
        UUID uuid;
        byte[] bytes;
        Size size;
        DayOfWeek day;
        Object anything;
        CharSequence characters;
        Serializable serializable;
        List raw;
        List<Instant> times;
        Set<Size> sizes;
        Map<String, List<UUID>> uuids;
    }

    @SuppressWarnings("unused")
    static class OfJackson {
        Line line;
        Line[] array;
        int[] ints;
        LocalDate date;
        URI uri;
        ArrayList<String> texts;
        Optional<String> optional;
        List<Line> lines;
        Map<String, Line> named;
        Map<String, List<Line>> nested;
        Comparable<String> comparable;
        List<byte[][]> matrix;
    }

    @SuppressWarnings("unused")
    static class Impossible<T> {
        T variable;
        T[] variables;
        List<T> listed;
        List<?> unbounded;
        Map<String, List<? extends Line>> bounded;
        Map<Integer, String> numbered;
        List<Map<Size, Line>> inside;
    }

    @Target(TYPE_USE)
    @interface Valid {
    }

    @SuppressWarnings("unused")
    static class Annotated {
        Map<@Valid String, @Valid List<@Valid Line>> nested;
        @Valid
        Line @Valid [] array;
    }

    private static Index index;

    @BeforeAll
    static void index() throws IOException {
        index = Index.of(Plain.class, OfJackson.class, Impossible.class, Annotated.class, Line.class, Size.class);
    }

    @Test
    void plainTypesNeedNothing() {
        for (FieldInfo field : fields(Plain.class)) {
            assertThat(new ValueTypes(false).problem(field.type())).as(field.toString()).isEmpty();
        }
    }

    @Test
    void otherClassesNeedJackson() {
        for (FieldInfo field : fields(OfJackson.class)) {
            assertThat(new ValueTypes(true).problem(field.type())).as(field.toString()).isEmpty();
            assertThat(new ValueTypes(false).problem(field.type())).as(field.toString()).get().asString()
                    .isEqualTo("needs Jackson, because %s is not a type that a session stores by itself: add the extension"
                            + " quarkus-jackson", field.type());
        }
    }

    @Test
    void typesThatSayTooLittleAreRefused() {
        assertThat(problemOf("variable")).isEqualTo(
                "has the type variable T in its type, which can be anything: name a class");
        assertThat(problemOf("variables")).contains("type variable T");
        assertThat(problemOf("listed")).contains("type variable T");
        assertThat(problemOf("unbounded")).isEqualTo("has the wildcard ? in its type, which is too vague: name a class");
        assertThat(problemOf("bounded")).contains("the wildcard ? extends " + Line.class.getName());
    }

    @Test
    void mapsNeedTextsAsKeys() {
        assertThat(problemOf("numbered")).isEqualTo("has a map with keys of type java.lang.Integer, and a session stores only"
                + " maps with keys of type String: make it a Map<String, java.lang.String>");
        assertThat(problemOf("inside")).contains("a map with keys of type " + Size.class.getName());
    }

    @Test
    void annotationsMakeNoOtherType() {
        Type annotated = field(Annotated.class, "nested").type();
        Type plain = field(OfJackson.class, "nested").type();

        assertThat(annotated).isNotEqualTo(plain);
        assertThat(ValueTypes.withoutAnnotations(annotated)).isEqualTo(plain);
        assertThat(ValueTypes.withoutAnnotations(field(Annotated.class, "array").type()))
                .isEqualTo(field(OfJackson.class, "array").type());
    }

    private static String problemOf(String field) {
        return new ValueTypes(true).problem(field(Impossible.class, field).type()).orElseThrow();
    }

    private static FieldInfo field(Class<?> type, String name) {
        return index.getClassByName(type).field(name);
    }

    private static List<FieldInfo> fields(Class<?> type) {
        return index.getClassByName(type).fields();
    }
}
