package io.quarkiverse.usersession.runtime.format;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * It has its own factory, so no setting of the application's {@code ObjectMapper} can change what is in the cookie. It has no
 * typing, so the content of a cookie never decides which object is created.
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

    /** The object as UTF-8, in an array with room for this number of bytes before and after it. */
    byte[] write(Map<String, ?> object, int before, int behind) {
        JsonBytes bytes = new JsonBytes(before, behind);
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            PlainJsonWriter.writeObject(generator, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toArray();
    }

    /**
     * Reads the object that fills the array from {@code offset} to its end.
     *
     * @throws IOException if it is not a single JSON object without nulls
     */
    public Map<String, Object> read(byte[] bytes, int offset) throws IOException {
        return read(bytes, offset, bytes.length - offset);
    }

    /**
     * Reads the object with this number of bytes from {@code offset} on.
     *
     * @throws IOException if it is not a single JSON object without nulls
     */
    Map<String, Object> read(byte[] bytes, int offset, int length) throws IOException {
        try (JsonParser parser = json.createParser(bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "not an object");
            }
            Map<String, Object> object = PlainJsonReader.readEntries(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one object");
            }
            return object;
        }
    }
}
