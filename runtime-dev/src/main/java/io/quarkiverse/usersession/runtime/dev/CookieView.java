package io.quarkiverse.usersession.runtime.dev;

/**
 * The result of opening a cookie.
 *
 * @param session the name of the session for which it was opened
 * @param outcome the same word as in logs and metrics
 * @param help the meaning of the outcome, in one line
 * @param bytes the size of name and value together
 * @param maxBytes the size that browsers accept
 * @param keyId the id of the key with which the cookie says it was sealed; null unless it has our format
 * @param content null if it could not be opened
 */
record CookieView(String session, String cookieName, String outcome, String help, int bytes, int maxBytes, String keyId,
        ContentView content) {

    /** Leaves out the content, because this text may end up in a log. */
    @Override
    public String toString() {
        return "CookieView[" + cookieName + ": " + outcome + "]";
    }
}
