package io.quarkiverse.usersession.runtime.dev;

/**
 * What became of a cookie.
 *
 * @param session the name of the session for which it was opened
 * @param outcome the word for it in logs and metrics too
 * @param help what that means, in one line
 * @param bytes of name and value together
 * @param maxBytes how many a browser accepts
 * @param keyId by which the cookie says what it was sealed with; null unless it is of our format
 * @param content null if it could not be opened
 */
record CookieView(String session, String cookieName, String outcome, String help, int bytes, int maxBytes, String keyId,
        ContentView content) {

    /** Without the content: this text may end up in a log. */
    @Override
    public String toString() {
        return "CookieView[" + cookieName + ": " + outcome + "]";
    }
}
