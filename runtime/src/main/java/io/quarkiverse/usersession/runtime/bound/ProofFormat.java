package io.quarkiverse.usersession.runtime.bound;

import java.util.List;

import io.quarkiverse.usersession.runtime.cookie.CookieHeader;
import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

/** The values of the cookie that proves for a while that the browser has the key of its sign-in. */
final class ProofFormat {

    /** How long browsers keep it. */
    static final int SECONDS = 600;

    // clocks differ, and a request may be under way when the browser drops its cookie
    private static final int GRACE_SECONDS = 60;

    /** The most decryptions for a request, however many cookies of this name it has. */
    private static final int MAX_OPENED = 8;

    private final String cookieName;
    private final SignInSeal sealed;

    ProofFormat(String cookieName, KeyRing keys, Randomness random) {
        this.cookieName = cookieName;
        this.sealed = new SignInSeal(KeyPurpose.DEVICE_PROOF, cookieName, keys, random);
    }

    String seal(String signInId, long now) {
        return sealed.seal(signInId, now + SECONDS);
    }

    boolean isThere(List<String> cookieHeaders) {
        return new CookieHeader(cookieHeaders, cookieName).next();
    }

    /** Whether one of the cookies proves that sign-in. */
    boolean isProven(List<String> cookieHeaders, String signInId, long now) {
        int opened = 0;
        for (CookieHeader cookies = new CookieHeader(cookieHeaders, cookieName); cookies.next();) {
            byte[] message = sealed.look(cookies.value());
            if (message == null) {
                continue;
            }
            if (++opened > MAX_OPENED) {
                return false;
            }
            SealedSignIn proof = sealed.open(message);
            if (proof != null && now < proof.expiresAt() + GRACE_SECONDS && proof.signInId().equals(signInId)) {
                return true;
            }
        }
        return false;
    }
}
