package io.quarkiverse.usersession.runtime.bound;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * The members of a JSON object that are texts or objects, which are all that a signed proof needs. Only the names of other
 * members are kept, so that additions by future browsers don't matter.
 *
 * @param names of all members
 * @param texts by their names
 * @param objects by their names, with their texts
 */
record JsonMembers(Set<String> names, Map<String, String> texts, Map<String, Map<String, String>> objects) {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // RFC 7515 §4: two readers must not see two headers
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).maxNumberLength(100).build())
            .build();

    /** @return null if it is not a single JSON object */
    static JsonMembers read(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            JsonMembers members = new JsonMembers(new HashSet<>(), new HashMap<>(), new HashMap<>());
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                members.readMember(parser);
            }
            return parser.nextToken() == null ? members : null;
        } catch (IOException e) {
            return null;
        }
    }

    private void readMember(JsonParser parser) throws IOException {
        String name = parser.currentName();
        names.add(name);
        switch (parser.nextToken()) {
            case VALUE_STRING -> texts.put(name, parser.getText());
            case START_OBJECT -> objects.put(name, readTexts(parser));
            default -> parser.skipChildren();
        }
    }

    private static Map<String, String> readTexts(JsonParser parser) throws IOException {
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return texts;
    }

    String text(String name) {
        return texts.get(name);
    }

    boolean hasMember(String name) {
        return names.contains(name);
    }

    /** Leaves out the content, because this text may end up in a log. */
    @Override
    public String toString() {
        return "JsonMembers";
    }
}
