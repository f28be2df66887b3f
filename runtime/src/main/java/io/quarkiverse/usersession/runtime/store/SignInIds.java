package io.quarkiverse.usersession.runtime.store;

/** The form of the ids of sign-ins: 96 random bits as 16 characters of base64url (RFC 4648 §5). */
public final class SignInIds {

    private static final int LENGTH = 16;

    private SignInIds() {
    }

    /** Whether a text has this form. No other one may become part of a key. */
    public static boolean isId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }
}
