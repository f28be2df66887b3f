package io.quarkiverse.usersession.benchmarks.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The least that a jackson-core writer and parser have to do for a flat object. */
public final class Json {

    private static final JsonFactory JSON = new JsonFactory();

    private Json() {
    }

    public static byte[] write(Map<String, Object> data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            for (Map.Entry<String, Object> entry : data.entrySet()) {
                generator.writeFieldName(entry.getKey());
                Object value = entry.getValue();
                if (value instanceof String text) {
                    generator.writeString(text);
                } else if (value instanceof Integer number) {
                    generator.writeNumber(number);
                } else {
                    generator.writeBoolean((Boolean) value);
                }
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Map<String, Object> read(byte[] json) {
        Map<String, Object> data = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                data.put(key, switch (parser.nextToken()) {
                    case VALUE_STRING -> parser.getText();
                    case VALUE_NUMBER_INT -> parser.getIntValue();
                    default -> parser.getBooleanValue();
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data;
    }
}
