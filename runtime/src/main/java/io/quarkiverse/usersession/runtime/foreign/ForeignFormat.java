package io.quarkiverse.usersession.runtime.foreign;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;

/**
 * The format of another system's session cookies. They are only read, so that its sessions continue as ours, and never written.
 */
public interface ForeignFormat {

    /**
     * Decides by the looks of a cookie value, such as its length and its characters, that it can't be opened. This costs next
     * to nothing, so a request may bring any number of such values.
     *
     * @param from where in the text the value begins
     * @param to where it ends
     * @return null if its signature must be verified to decide
     */
    default CookieOutcome refusal(String text, int from, int to) {
        return null;
    }

    /**
     * Opens a cookie value of any origin. It never throws an exception. This is the only way to open a foreign cookie.
     *
     * @param now seconds since the epoch
     */
    OpenedForeignCookie open(String value, long now);
}
