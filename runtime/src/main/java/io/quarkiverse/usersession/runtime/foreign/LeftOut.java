package io.quarkiverse.usersession.runtime.foreign;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * What a cookie of another system holds and a session of ours can't. It is left out when the rest is imported, as one value
 * must not cost the session. A cookie that holds a thousand values of one kind has left out one kind.
 */
public final class LeftOut {

    private final Set<Value> values = new LinkedHashSet<>();

    /**
     * @param key the session's key under which the value is, at any depth; null if the key itself has no text
     * @param what the end of a sentence that begins with "it is left out, as it is", without any of the data
     */
    public record Value(String key, String what) {

        static final String TOO_DEEP = "a list or map that is nested too deeply";
        static final String NO_NUMBER = "NaN or infinite";
        static final String BEYOND_SCALE = "a number with too large an exponent";
        static final String NOT_UTF_8 = "a text that is not UTF-8";
        static final String UNDER_NOT_UNICODE = "under a key that is not valid Unicode";
        static final String UNDER_NIL = "under the key nil";
        static final String UNDER_SAME_TEXT = "under keys that become the same text";
        static final String OTHER = "a value that a session can't hold";

        /** A value that does not even fit alone. */
        public static Value tooLarge(String key) {
            return new Value(key, "too large for a session cookie");
        }

        static String ofType(String goType) {
            return goType.isEmpty() ? "of a Go type without a name" : "of the Go type " + shown(goType);
        }

        static String underKeyOfType(String goType) {
            return goType.isEmpty() ? "under a key that has no text" : "under a key of the Go type " + shown(goType);
        }

        /** Without the path of its package, and with its type arguments. */
        private static String shown(String goType) {
            int arguments = goType.indexOf('[');
            int name = goType.lastIndexOf('/', arguments < 0 ? goType.length() : arguments) + 1;
            return EntryKey.shown(goType.substring(name));
        }

        /** Without the key: this text may end up in a log, where keys are shortened. */
        @Override
        public String toString() {
            return "LeftOut.Value[" + what + "]";
        }
    }

    void add(String key, String what) {
        values.add(new Value(key, what));
    }

    public Set<Value> values() {
        return Collections.unmodifiableSet(values);
    }
}
