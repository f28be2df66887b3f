package io.quarkiverse.usersession.runtime.state;

/**
 * Where sign-ins are remembered outside of the cookie. Nothing here waits for an answer or throws: a response must not be held
 * back by it.
 */
public interface SignInRegistry {

    /**
     * A user has signed in.
     *
     * @param userAgent null if the browser sent none
     */
    void begin(SignedIn signedIn, String userAgent);

    /**
     * The sign-in has been replaced by another one of the same user: it ends when the requests under way have been answered.
     */
    void replace(SignedIn former);

    /** The user has signed out: the sign-in ends now. */
    void end(SignedIn signedIn);

    /** Whether this replica knows that the sign-in has ended. Never asks the store. */
    boolean isEnded(SignedIn signedIn);
}
