package io.quarkiverse.usersession;

import java.util.Objects;

/**
 * The reason why a {@link SignInStore} gives no answer. Its message is logged. Of other exceptions, only the type and the place
 * are logged. The reason also decides whether other requests still ask the store.
 *
 * <pre>{@code
 * return entries.find(principal).onFailure(LockedException.class)
 *         .transform(locked -> SignInStoreException.unavailable("the table is locked"));
 * }</pre>
 */
public final class SignInStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean unavailable;

    private SignInStoreException(String reason, boolean unavailable) {
        super(Objects.requireNonNull(reason, "reason must not be null"));
        this.unavailable = unavailable;
    }

    /**
     * Returns an exception for an outage: the store can't answer any call now. Until it answers again, only one request a
     * second asks it.
     *
     * @param reason one line for the log, without user names, ids, addresses or credentials
     * @throws NullPointerException if the reason is null
     */
    public static SignInStoreException unavailable(String reason) {
        return new SignInStoreException(reason, true);
    }

    /**
     * Returns an exception for a failure of one call: the store may still answer others. For example, it can't read what it
     * holds for this user, or too many calls are in progress.
     *
     * @param reason one line for the log, without user names, ids, addresses or credentials
     * @throws NullPointerException if the reason is null
     */
    public static SignInStoreException unanswered(String reason) {
        return new SignInStoreException(reason, false);
    }

    /** Whether this is an outage: the store can't answer any call now. */
    public boolean isUnavailable() {
        return unavailable;
    }
}
