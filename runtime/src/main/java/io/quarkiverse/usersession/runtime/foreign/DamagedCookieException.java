package io.quarkiverse.usersession.runtime.foreign;

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

    /** @param bytes what became of base64, null if it is not canonical */
    static byte[] ifNotBase64(byte[] bytes) throws DamagedCookieException {
        if (bytes == null) {
            throw new DamagedCookieException("is not base64 in its canonical form");
        }
        return bytes;
    }
}
