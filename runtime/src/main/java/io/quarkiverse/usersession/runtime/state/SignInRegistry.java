package io.quarkiverse.usersession.runtime.state;

/**
 * Remembers sign-ins outside of the cookie. These methods don't wait and don't throw, because they must not hold back a
 * response.
 */
public interface SignInRegistry {

    /**
     * A user has signed in.
     *
     * @param userAgent null if the browser sent none
     */
    void begin(SignedIn signedIn, String userAgent);

    /**
     * The sign-in has been replaced by another one of the same user. It ends when requests in progress have been answered.
     */
    void replace(SignedIn former);

    /** The user has signed out: the sign-in ends now. */
    void end(SignedIn signedIn);

    /** Whether this replica knows that the sign-in has ended. Never asks the store. */
    boolean isEnded(SignedIn signedIn);

    /** A request came with a sign-in that {@linkplain #isEnded has ended}, so the registry will not be asked about it. */
    void countEnded();
}
