package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Writes the pieces of gob streams, well-formed or not. */
final class GobBytes {

    static final long INT = 2;
    static final long STRING = 6;
    static final long INTERFACE = 8;

    static final int ARRAY_FORM = 0;
    static final int SLICE_FORM = 1;
    static final int STRUCT_FORM = 2;
    static final int MAP_FORM = 3;
    static final int GOB_ENCODER_FORM = 4;

    /** The id that sessions() gives to map[interface{}]interface{}. */
    static final long SESSION = 65;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static GobBytes gob() {
        return new GobBytes();
    }

    /** A whole stream: map[interface{}]interface{}, the other definitions, and one entry {@code "k"}. */
    static byte[] session(GobBytes definitions, GobBytes dynamicValue) {
        return sessionOf(definitions, gob().dynamic("string", STRING, gob().text("k")).append(dynamicValue));
    }

    static byte[] session(GobBytes dynamicValue) {
        return session(gob(), dynamicValue);
    }

    /** A whole stream, of one entry. */
    static byte[] sessionOf(GobBytes definitions, GobBytes keyAndValue) {
        return gob().definition(SESSION, MAP_FORM, INTERFACE, INTERFACE).append(definitions)
                .chunk(gob().integer(SESSION).unsigned(0).unsigned(1).append(keyAndValue))
                .toByteArray();
    }

    GobBytes unsigned(long number) {
        if (number >= 0 && number < 0x80) {
            bytes.write((int) number);
            return this;
        }
        int count = (Long.SIZE - Long.numberOfLeadingZeros(number) + 7) / 8;
        bytes.write(-count);
        for (int i = count - 1; i >= 0; i--) {
            bytes.write((int) (number >>> (8 * i)));
        }
        return this;
    }

    GobBytes integer(long number) {
        return unsigned(number < 0 ? ~number << 1 | 1 : number << 1);
    }

    GobBytes text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        return unsigned(utf8.length).raw(utf8);
    }

    GobBytes raw(byte... raw) {
        bytes.writeBytes(raw);
        return this;
    }

    GobBytes hex(String hex) {
        return raw(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    GobBytes append(GobBytes other) {
        return raw(other.toByteArray());
    }

    GobBytes chunk(GobBytes content) {
        return unsigned(content.bytes.size()).append(content);
    }

    /** A message that defines a type, of elements or of keys and elements. */
    GobBytes definition(long id, int form, long... ids) {
        GobBytes definition = gob().integer(-id)
                .unsigned(form + 1).unsigned(1).unsigned(2).integer(id).unsigned(0);
        for (long element : ids) {
            definition.unsigned(1).integer(element);
        }
        return chunk(definition.unsigned(0).unsigned(0));
    }

    /** A message that defines a struct, of one field. */
    GobBytes struct(long id, String field, long type) {
        return chunk(gob().integer(-id).unsigned(STRUCT_FORM + 1).unsigned(1).unsigned(2).integer(id).unsigned(0)
                .unsigned(1).unsigned(1).unsigned(1).text(field).unsigned(1).integer(type).unsigned(0)
                .unsigned(0).unsigned(0));
    }

    /** A value behind an interface. */
    GobBytes dynamic(String name, long typeId, GobBytes value) {
        return text(name).integer(typeId).chunk(gob().unsigned(0).append(value));
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
