package io.quarkiverse.usersession.runtime.store;

import java.util.Locale;

/** What can be said of a sign-in. */
public enum Verdict {

    ACTIVE,
    ENDED,
    /** The store can't tell now. */
    UNAVAILABLE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** In lower case, as metrics call it. */
    @Override
    public String toString() {
        return text;
    }
}
