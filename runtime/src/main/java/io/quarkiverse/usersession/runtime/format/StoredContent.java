package io.quarkiverse.usersession.runtime.format;

/**
 * A stored value that has been opened.
 *
 * @param value of plain JSON types
 * @param currentKey whether it was sealed with the current secret, and not with an accepted one
 */
public record StoredContent(Object value, boolean currentKey) {

    /** Without the value: this text may end up in a log. */
    @Override
    public String toString() {
        return "StoredContent";
    }
}
