package io.quarkiverse.usersession.runtime.foreign;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * The values of another system's cookie that our session can't hold. They are left out when the rest is imported, so that a
 * single value can't cost the whole session. A thousand values of the same kind count as one.
 */
public final class LeftOut {

    private final Set<Value> values = new LinkedHashSet<>();

    /**
     * @param key the top-level key of the session that contains the value at any depth; null if the key itself has no text
     * @param what completes the sentence "it is left out because it is ...", without any data
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

        /** A value that does not fit even alone. */
        public static Value tooLarge(String key) {
            return new Value(key, "too large for a session cookie");
        }

        static String ofType(String goType) {
            return goType.isEmpty() ? "of a Go type without a name" : "of the Go type " + shown(goType);
        }

        static String underKeyOfType(String goType) {
            return goType.isEmpty() ? "under a key that has no text" : "under a key of the Go type " + shown(goType);
        }

        /** The name without the path of its package, but with its type arguments. */
        private static String shown(String goType) {
            int arguments = goType.indexOf('[');
            int name = goType.lastIndexOf('/', arguments < 0 ? goType.length() : arguments) + 1;
            return EntryKey.shown(goType.substring(name));
        }

        /** Leaves out the key, because this text may end up in a log, where keys are shortened. */
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
