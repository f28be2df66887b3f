package io.quarkiverse.usersession;

import java.util.Objects;

/**
 * The reason why a {@link SignInStore} gives no answer, in words that may be logged. Of other exceptions, only the type and the
 * place are logged.
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
     * The store can answer nobody now, so requests of other users are not to ask it either. They ask it again once a second,
     * until it answers.
     *
     * @param reason without names of users, ids, addresses and credentials
     */
    public static SignInStoreException unavailable(String reason) {
        return new SignInStoreException(reason, true);
    }

    /**
     * The store can't answer this call, but may answer others. For example, it can't read what it holds for this user, or too
     * many calls are in progress.
     *
     * @param reason without names of users, ids, addresses and credentials
     */
    public static SignInStoreException unanswered(String reason) {
        return new SignInStoreException(reason, false);
    }

    /** Whether the store can answer nobody now. */
    public boolean isUnavailable() {
        return unavailable;
    }
}
