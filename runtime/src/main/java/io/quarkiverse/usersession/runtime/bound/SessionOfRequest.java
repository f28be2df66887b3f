package io.quarkiverse.usersession.runtime.bound;

/**
 * The user whom the session cookie of a request signs in.
 *
 * @param signInId null if nobody
 */
record SessionOfRequest(Kind kind, String signInId) {

    enum Kind {
        /** There is no session cookie. */
        ABSENT,
        /** There is a session. */
        THERE,
        /** This replica can't tell, but another one may: the cookie belongs to another secret or version. */
        UNKNOWN
    }

    static final SessionOfRequest ABSENT = new SessionOfRequest(Kind.ABSENT, null);
    static final SessionOfRequest UNKNOWN = new SessionOfRequest(Kind.UNKNOWN, null);

    /** @param signInId null if nobody is signed in */
    static SessionOfRequest of(String signInId) {
        return new SessionOfRequest(Kind.THERE, signInId);
    }

    /** Leaves out the id, because this text may end up in a log. */
    @Override
    public String toString() {
        return "SessionOfRequest[" + kind + "]";
    }
}
