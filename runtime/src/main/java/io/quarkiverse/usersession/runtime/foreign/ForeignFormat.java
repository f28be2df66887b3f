package io.quarkiverse.usersession.runtime.foreign;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;

/** A session-cookie format of another system. Its cookies are read, so that its sessions go on as ours, and never written. */
public interface ForeignFormat {

    /**
     * Tells from a cookie value's looks that it can't be opened, such as from its length and its characters. That costs next to
     * nothing, so a request may bring any number of such values.
     *
     * @param from where in the text the value begins
     * @param to where it ends
     * @return null if its signature has to be verified to see what it is
     */
    default CookieOutcome refusal(String text, int from, int to) {
        return null;
    }

    /**
     * Opens a cookie value of any origin. It never throws, and there is no other way in.
     *
     * @param now seconds since the epoch
     */
    OpenedForeignCookie open(String value, long now);
}
