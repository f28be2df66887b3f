package io.quarkiverse.usersession.test.app;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.UserSession;

/** What the endpoints of all kinds do with the session, so that each kind is only about its way of being called. */
final class Steps {

    static final int UNPROCESSABLE = 422;

    /** Ends every value that is kept in a session, so that it can be told from all other texts in a log. */
    static final String MARKER = "-s3ssion-marker";

    private Steps() {
    }

    static String set(UserSession session, String value) {
        session.set("user", value + MARKER);
        return "set";
    }

    static String get(UserSession session) {
        return session.get("user").map(value -> value.substring(0, value.length() - MARKER.length())).orElse("nobody");
    }

    static String setAfterTheHeaders(UserSession session) {
        try {
            session.set("late", "written-too-late");
            return "written";
        } catch (SessionCommittedException e) {
            return e.getMessage() + " - " + get(session);
        }
    }
}
