package io.quarkiverse.usersession.runtime.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/**
 * Writes and reads a JSON object of plain values: {@code String}, {@code Boolean}, {@code Integer}, {@code Long},
 * {@code BigInteger}, {@code BigDecimal}, and lists and maps of these. What has been written reads back equal.
 * <p>
 * It has its own factory: no setting of the application's {@code ObjectMapper} can change what is in the cookie, and there is
 * no typing in it that could make an object of what a cookie says.
 */
public final class JsonObject {

    /** How deep lists and maps may be nested, the object itself included. */
    public static final int MAX_DEPTH = 64;

    // longer than anything that fits into a cookie, or is stored elsewhere: what was written can be read
    private static final int MAX_CHARACTERS = 20_000_000;

    private final JsonFactory json = new JsonFactoryBuilder()
            // an emoji as its 4 bytes of UTF-8, not as an escape of 12
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(new JsonBuffers())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_CHARACTERS)
                    .maxStringLength(MAX_CHARACTERS)
                    .maxNameLength(MAX_CHARACTERS)
                    .build())
            .build();

    /** The object as UTF-8. */
    public byte[] write(Map<String, ?> object) {
        return write(object, 0, 0);
    }

    /** The object as UTF-8, in an array with room for so many bytes before and behind it. */
    byte[] write(Map<String, ?> object, int before, int behind) {
        JsonBytes bytes = new JsonBytes(before, behind);
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            writeObject(generator, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toArray();
    }

    private static void writeValue(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            generator.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Map<?, ?> object) {
            writeObject(generator, object);
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                writeValue(generator, element);
            }
            generator.writeEndArray();
        } else {
            throw new IllegalArgumentException("Not a plain value: " + (value == null ? "null" : value.getClass().getName()));
        }
    }

    private static void writeObject(JsonGenerator generator, Map<?, ?> object) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            generator.writeFieldName((String) entry.getKey());
            writeValue(generator, entry.getValue());
        }
        generator.writeEndObject();
    }

    /**
     * Reads the object that fills the array from {@code offset} to its end.
     *
     * @throws IOException if there is anything else than one JSON object without nulls
     */
    public Map<String, Object> read(byte[] bytes, int offset) throws IOException {
        return read(bytes, offset, bytes.length - offset);
    }

    /**
     * Reads the object that has so many bytes from {@code offset} on.
     *
     * @throws IOException if there is anything else than one JSON object without nulls
     */
    Map<String, Object> read(byte[] bytes, int offset, int length) throws IOException {
        try (JsonParser parser = json.createParser(bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "not an object");
            }
            Map<String, Object> object = readEntries(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one object");
            }
            return object;
        }
    }

    private static Object readValue(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> readDecimal(parser);
            case START_OBJECT -> Collections.unmodifiableMap(readEntries(parser));
            case START_ARRAY -> readList(parser);
            default -> throw new JsonParseException(parser, "not a plain value");
        };
    }

    private static BigDecimal readDecimal(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            throw new JsonParseException(parser, "an exponent that is too large"); // which Jackson lets through
        }
    }

    private static Map<String, Object> readEntries(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            object.put(name, readValue(parser, parser.nextToken()));
        }
        return object;
    }

    private static List<Object> readList(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(readValue(parser, token));
        }
        return Collections.unmodifiableList(list);
    }
}
