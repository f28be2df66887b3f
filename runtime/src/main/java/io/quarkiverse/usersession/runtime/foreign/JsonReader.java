package io.quarkiverse.usersession.runtime.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.JsonObject;

/**
 * Reads the JSON object of a foreign session. Nulls are left out, in objects and in arrays: our sessions have none.
 */
final class JsonReader {

    private final JsonFactory json = new JsonFactoryBuilder()
            // a cookie is read once, its names are not worth remembering
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonObject.MAX_DEPTH)
                    .maxNumberLength(CookieFormat.MAX_COOKIE_BYTES)
                    .build())
            .build();

    Map<String, Object> read(byte[] bytes) throws DamagedCookieException {
        // as text, since Jackson would also read UTF-16 and UTF-32 bytes
        String text = Utf8.decode(bytes, 0, bytes.length);
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "not an object");
            }
            Map<String, Object> object = readObject(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one object");
            }
            return object;
        } catch (IOException | NumberFormatException e) { // the latter for an exponent that no int holds
            // not kept as the cause: these exceptions quote the data
            throw new DamagedCookieException("is not one JSON object");
        }
    }

    private static Object readValue(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readList(parser);
            default -> throw new JsonParseException(parser, "not a value");
        };
    }

    private static Map<String, Object> readObject(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Object value = readValue(parser, parser.nextToken());
            if (value == null) {
                object.remove(name); // of equal names the last one counts, in JavaScript as in Go
            } else {
                object.put(name, value);
            }
        }
        return object;
    }

    private static List<Object> readList(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object value = readValue(parser, token);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }
}
