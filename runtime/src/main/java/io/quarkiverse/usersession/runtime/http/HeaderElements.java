package io.quarkiverse.usersession.runtime.http;

/** Splits header values into their elements. Separators in quoted strings don't count (RFC 9110 §5.6.4). */
public final class HeaderElements {

    private HeaderElements() {
    }

    /** The index of the next separator from {@code start} on, or {@code end} if there is none before it. */
    public static int endOf(char separator, String line, int start, int end) {
        boolean quoted = false;
        for (int i = start; i < end; i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == '\\' && quoted) {
                i++;
            } else if (character == separator && !quoted) {
                return i;
            }
        }
        return end;
    }
}
