package io.quarkiverse.usersession.runtime.foreign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.quarkiverse.usersession.runtime.values.Snapshots;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkiverse.usersession.runtime.values.Unicode;
import io.quarkiverse.usersession.runtime.values.UnsuitableValueException;

/**
 * Converts the values of a foreign session to entries of our session. They have the same types and the same form as if the
 * application had set them, so that they are equal when they are read back from our cookie.
 */
final class ForeignEntries {

    private static final Snapshots SNAPSHOT = new Snapshots(TypedValues.UNAVAILABLE);

    private ForeignEntries() {
    }

    /** @param entryKey tells a plain from a flash key */
    static Map<String, Object> of(Map<String, Object> values, UnaryOperator<String> entryKey, LeftOut leftOut) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            try {
                entries.put(entryKey.apply(Unicode.requireValid(value.getKey())), SNAPSHOT.of(value.getValue()));
            } catch (UnsuitableValueException e) {
                leftOut.add(value.getKey(), LeftOut.Value.OTHER); // what readers let through is not lost for it
            }
        }
        return Collections.unmodifiableMap(entries);
    }
}
