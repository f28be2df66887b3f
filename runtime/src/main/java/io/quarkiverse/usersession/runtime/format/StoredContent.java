package io.quarkiverse.usersession.runtime.format;

/**
 * A stored value that has been opened.
 *
 * @param value the value, in plain JSON types
 * @param currentKey whether it was sealed with the current secret instead of an accepted one
 */
public record StoredContent(Object value, boolean currentKey) {

    /** Leaves out the value, because this text may end up in a log. */
    @Override
    public String toString() {
        return "StoredContent";
    }
}
