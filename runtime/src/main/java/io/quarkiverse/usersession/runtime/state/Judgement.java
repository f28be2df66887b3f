package io.quarkiverse.usersession.runtime.state;

/** What was found out about whoever is signed in to a session. */
public enum Judgement {

    /** The sign-in has not been ended, so that the session may live longer. */
    CONFIRMED,

    /** The browser has proven that the sign-in is its own, so that it will have to from now on. */
    BOUND,

    /**
     * The user is not signed in any more: the session is new and empty from now on. The cookie is left as it is, as the answer
     * may come late, and the browser may have another one by then. What the application writes afterwards is another session.
     */
    REFUSED,

    /**
     * The browser has not proven that the sign-in is its own, and the next request may: the session is empty, and nothing that
     * the application writes replaces the cookie, unless somebody signs in.
     */
    NOT_PROVEN
}
