package io.quarkiverse.usersession.runtime.foreign;

/**
 * Thrown for every cookie that can't be imported, whatever is wrong with it. The message completes a sentence that begins with
 * "the cookie", and contains nothing from the cookie.
 */
final class DamagedCookieException extends Exception {

    private static final long serialVersionUID = 1L;

    DamagedCookieException(String reason) {
        // without a stack trace: anybody can send such a cookie
        super(reason, null, false, false);
    }

    /** @param bytes the decoded base64; null if it is not canonical */
    static byte[] ifNotBase64(byte[] bytes) throws DamagedCookieException {
        if (bytes == null) {
            throw new DamagedCookieException("is not base64 in its canonical form");
        }
        return bytes;
    }
}
