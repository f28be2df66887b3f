package io.quarkiverse.usersession.runtime.foreign;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.JsonObject;
import io.quarkiverse.usersession.runtime.values.PlainNumbers;
import io.quarkiverse.usersession.runtime.values.Unicode;

/**
 * Reads the JSON object of a foreign session. Nulls in objects and arrays are left out, because our sessions have no nulls.
 * Numbers, keys and nested values that our sessions can't hold are left out too.
 */
final class JsonReader {

    private final JsonFactory json = new JsonFactoryBuilder()
            // a cookie is read once, its names are not worth remembering
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(CookieFormat.MAX_COOKIE_BYTES) // what is too deep is skipped, which takes no recursion
                    .maxNumberLength(CookieFormat.MAX_COOKIE_BYTES)
                    .build())
            .build();

    Map<String, Object> read(byte[] bytes, LeftOut leftOut) throws DamagedCookieException {
        // as text, since Jackson would also read UTF-16 and UTF-32 bytes
        String text = Utf8.decode(bytes);
        if (text == null) {
            throw new DamagedCookieException("holds a text that is not UTF-8");
        }
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw damaged();
            }
            Map<String, Object> object = new Session(parser, leftOut).object(1);
            if (parser.nextToken() != null) {
                throw damaged();
            }
            return object;
        } catch (IOException e) {
            // not kept as the cause: these exceptions quote the data
            throw damaged();
        }
    }

    private static DamagedCookieException damaged() {
        return new DamagedCookieException("is not one JSON object");
    }

    private static final class Session {

        private final JsonParser parser;
        private final LeftOut leftOut;

        private String sessionKey; // under which the value is that is being read

        Session(JsonParser parser, LeftOut leftOut) {
            this.parser = parser;
            this.leftOut = leftOut;
        }

        /**
         * @param depth of the object or array that the value is in
         * @return null for null, and for what a session can't hold
         */
        private Object value(JsonToken token, int depth) throws IOException, DamagedCookieException {
            return switch (token) {
                case VALUE_NULL -> null;
                case VALUE_STRING -> parser.getText();
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                case VALUE_NUMBER_INT -> parser.getNumberValue();
                case VALUE_NUMBER_FLOAT -> decimal();
                case START_OBJECT -> depth == JsonObject.MAX_DEPTH ? tooDeep() : object(depth + 1);
                case START_ARRAY -> depth == JsonObject.MAX_DEPTH ? tooDeep() : list(depth + 1);
                default -> throw damaged();
            };
        }

        private BigDecimal decimal() throws IOException {
            try {
                BigDecimal decimal = parser.getDecimalValue();
                return PlainNumbers.isHeld(decimal) ? decimal : leaveOut(LeftOut.Value.BEYOND_SCALE);
            } catch (NumberFormatException e) {
                return leaveOut(LeftOut.Value.BEYOND_SCALE); // no int holds its exponent
            }
        }

        private Object tooDeep() throws IOException {
            parser.skipChildren();
            return leaveOut(LeftOut.Value.TOO_DEEP);
        }

        private Map<String, Object> object(int depth) throws IOException, DamagedCookieException {
            Map<String, Object> object = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (!Unicode.isValid(name)) {
                    parser.skipChildren();
                    leaveOut(LeftOut.Value.UNDER_NOT_UNICODE);
                    continue;
                }
                if (depth == 1) {
                    sessionKey = name;
                }
                Object value = value(token, depth);
                if (value == null) {
                    object.remove(name); // of equal names the last one counts, in JavaScript as in Go
                } else {
                    object.put(name, value);
                }
                if (depth == 1) {
                    sessionKey = null;
                }
            }
            return object;
        }

        private List<Object> list(int depth) throws IOException, DamagedCookieException {
            List<Object> list = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                Object value = value(token, depth);
                if (value != null) {
                    list.add(value);
                }
            }
            return list;
        }

        private <T> T leaveOut(String what) {
            leftOut.add(sessionKey, what);
            return null;
        }
    }
}
