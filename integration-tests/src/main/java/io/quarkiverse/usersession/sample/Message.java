package io.quarkiverse.usersession.sample;

import java.util.Optional;

import io.quarkiverse.usersession.SessionData;
import io.quarkiverse.usersession.UserSession;

/**
 * What the next page tells the visitor, once.
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

    /** The message that was left for this page, gone once it has been read. */
    static Optional<Message> in(UserSession session) {
        return session.get(KEY, Message.class);
    }

    void leaveIn(UserSession session) {
        session.flash(KEY, this);
    }
}
