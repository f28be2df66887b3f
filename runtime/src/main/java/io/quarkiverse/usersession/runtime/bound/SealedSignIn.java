package io.quarkiverse.usersession.runtime.bound;

/**
 * What was sealed about a sign-in.
 *
 * @param signInId of the sign-in that it is about
 * @param expiresAt seconds since the epoch, 0 if it doesn't expire
 * @param currentKey whether it was sealed with the current secret, and not with an accepted one
 */
record SealedSignIn(String signInId, long expiresAt, boolean currentKey) {

    /** @param now seconds since the epoch */
    boolean isExpired(long now) {
        return expiresAt != 0 && now >= expiresAt;
    }

    /** Without the id: this text may end up in a log. */
    @Override
    public String toString() {
        return "SealedSignIn";
    }
}
