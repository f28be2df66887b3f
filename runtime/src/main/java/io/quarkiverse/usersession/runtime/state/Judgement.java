package io.quarkiverse.usersession.runtime.state;

/** What was found out about the sign-in of a session. */
public enum Judgement {

    /** The sign-in has not ended, so the session may be renewed. */
    CONFIRMED,

    /** The browser has proven that it owns the sign-in, and must prove it from now on. */
    BOUND,

    /**
     * The user is no longer signed in: from now on the session is new and empty. The cookie stays, because the response may be
     * late and the browser may have another cookie by then. If the application changes the session afterwards, that begins
     * another session.
     */
    REFUSED,

    /**
     * It is not certain that the sign-in is this browser's: the browser has not proven it, or the store could not say why it
     * refuses the sign-in. The next request may settle that. The session is empty, and changes of the application don't replace
     * the cookie, unless a user signs in or out.
     */
    UNCONFIRMED
}
