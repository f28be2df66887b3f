package io.quarkiverse.usersession.runtime.store;

import java.util.Locale;

/** An operation of a store. */
public enum StoreOperation {

    CHECK,
    LIST,
    END,
    END_ALL;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** Whether it ends sign-ins. */
    public boolean ends() {
        return this == END || this == END_ALL;
    }

    /** The name in metrics, in snake case. */
    @Override
    public String toString() {
        return text;
    }
}
