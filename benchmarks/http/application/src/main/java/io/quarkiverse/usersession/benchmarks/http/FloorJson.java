package io.quarkiverse.usersession.benchmarks.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Strings and numbers by name, and nothing else. */
final class FloorJson {

    private final JsonFactory json = new JsonFactory();

    Map<String, Object> read(byte[] bytes) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                object.put(name,
                        parser.nextToken() == JsonToken.VALUE_STRING ? (Object) parser.getText() : parser.getIntValue());
            }
        }
        return object;
    }

    byte[] write(Map<String, Object> object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            generator.writeStartObject();
            for (Map.Entry<String, Object> entry : object.entrySet()) {
                generator.writeFieldName(entry.getKey());
                if (entry.getValue() instanceof String text) {
                    generator.writeString(text);
                } else {
                    generator.writeNumber((Integer) entry.getValue());
                }
            }
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
