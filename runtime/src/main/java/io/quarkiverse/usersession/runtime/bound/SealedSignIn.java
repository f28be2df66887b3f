package io.quarkiverse.usersession.runtime.bound;

/**
 * The sealed data about a sign-in.
 *
 * @param signInId the id of the sign-in
 * @param expiresAt seconds since the epoch, 0 if it doesn't expire
 * @param currentKey whether it was sealed with the current secret instead of an accepted one
 */
record SealedSignIn(String signInId, long expiresAt, boolean currentKey) {

    /** @param now seconds since the epoch */
    boolean isExpired(long now) {
        return expiresAt != 0 && now >= expiresAt;
    }

    /** Leaves out the id, because this text may end up in a log. */
    @Override
    public String toString() {
        return "SealedSignIn";
    }
}
