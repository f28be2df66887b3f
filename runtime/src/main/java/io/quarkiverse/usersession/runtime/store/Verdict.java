package io.quarkiverse.usersession.runtime.store;

import java.util.Locale;

/** The verdict on a sign-in. */
public enum Verdict {

    ACTIVE,
    ENDED,
    /** It is bound to a browser, and this is a copy of its cookie from before, or one that could not be written anew. */
    UNBOUND_COPY,
    /** The store can't tell now. */
    UNAVAILABLE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The name in metrics, in snake case. */
    @Override
    public String toString() {
        return text;
    }
}
