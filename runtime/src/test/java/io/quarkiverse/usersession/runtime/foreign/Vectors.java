package io.quarkiverse.usersession.runtime.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** Cookies and payloads that the other systems themselves wrote. */
final class Vectors {

    private Vectors() {
    }

    /** The cases of a file, each called by its name. */
    static Stream<Arguments> cases(String file) {
        try (InputStream json = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            JsonObject vectors = new JsonObject(Buffer.buffer(json.readAllBytes()));
            return vectors.getJsonArray("cases", vectors.getJsonArray("cookies")).stream()
                    .map(JsonObject.class::cast)
                    .map(vector -> Arguments.of(Named.of(vector.getString("name"), vector)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<JsonObject> all(String file) {
        return cases(file).map(Vectors::payload);
    }

    static JsonObject payload(Arguments vector) {
        return (JsonObject) ((Named<?>) vector.get()[0]).getPayload();
    }

    static JsonObject named(String file, String name) {
        return all(file).filter(vector -> vector.getString("name").equals(name)).findFirst().orElseThrow();
    }

    /** The entries that a JSON object stands for, with the types that our own cookies give. */
    static Map<String, Object> entries(JsonObject values, UnaryOperator<String> entryKey) {
        Map<String, Object> entries = new LinkedHashMap<>();
        try {
            new io.quarkiverse.usersession.runtime.format.JsonObject().read(values.toBuffer().getBytes(), 0)
                    .forEach((key, value) -> entries.put(entryKey.apply(key), value));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return entries;
    }
}
