package io.quarkiverse.usersession.runtime.store;

import java.util.Locale;

/** What a store is asked to do. */
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

    /** In snake case, as metrics call it. */
    @Override
    public String toString() {
        return text;
    }
}
