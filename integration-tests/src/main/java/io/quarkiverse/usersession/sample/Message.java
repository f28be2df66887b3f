package io.quarkiverse.usersession.sample;

import io.quarkiverse.usersession.SessionData;
import io.quarkiverse.usersession.UserSession;

/**
 * A message that the next page shows once, whichever page that is.
 *
 * @param refusal whether something could not be done
 */
@SessionData
record Message(String text, boolean refusal) {

    private static final String KEY = "message";

    static Message done(String text) {
        return new Message(text, false);
    }

    static Message refused(String text) {
        return new Message(text, true);
    }

    /** The layout shows it on the next page. */
    void leaveIn(UserSession session) {
        session.flash(KEY, this);
    }
}
