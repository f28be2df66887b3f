package io.quarkiverse.usersession.runtime.foreign;

import io.quarkiverse.usersession.runtime.format.EntryKey;

/**
 * The one way in which a cookie turns out not to be a session that can be taken over, whatever is wrong with it. The message
 * says why, as the rest of a sentence that begins with "the cookie", and nothing of what is in the cookie.
 */
final class DamagedCookieException extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedCookieException(String reason) {
        // without a stack trace: anybody can send such a cookie
        super(reason, null, false, false);
    }

    /** @param goType its name in Go, with or without the path of its package */
    static DamagedCookieException unsupported(String goType) {
        String name = goType.substring(goType.lastIndexOf('/') + 1);
        return new DamagedCookieException("holds the Go type " + EntryKey.shown(name) + ", which can't be taken over");
    }
}
