package io.quarkiverse.usersession.runtime.store;

import java.util.Locale;

/** The verdict on a sign-in. */
public enum Verdict {

    ACTIVE,
    ENDED,
    /** It is bound to a browser, and this is a copy of its cookie from before, or one that could not be written anew. */
    UNBOUND_COPY,
    /**
     * The store says no, and can't tell now whether it has ended or this is such a copy. Nobody is let in, not even a browser
     * that proves that the sign-in is its own.
     */
    REFUSED,
    /** The store can't tell now. */
    UNAVAILABLE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Whether it counts for the next requests too. */
    public boolean isFinal() {
        return this != REFUSED && this != UNAVAILABLE;
    }

    /** The name in metrics, in snake case. */
    @Override
    public String toString() {
        return text;
    }
}
