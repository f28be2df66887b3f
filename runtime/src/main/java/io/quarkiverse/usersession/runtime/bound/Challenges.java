package io.quarkiverse.usersession.runtime.bound;

import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

/**
 * A challenge that a browser signs to show that it has a key. A challenge is valid for minutes, not only for one use: browsers
 * sign the same one again until they get another, and sign at most six times in nine minutes.
 */
final class Challenges {

    static final int SECONDS = 300;

    private final SignInSeal sealed;

    private Challenges(String place, KeyRing keys, Randomness random) {
        this.sealed = new SignInSeal(KeyPurpose.DEVICE_CHALLENGE, place, keys, random);
    }

    /** Challenges for new keys. No other challenge is accepted instead, so a key can be registered only after an offer. */
    static Challenges ofRegistration(String cookieName, KeyRing keys, Randomness random) {
        return new Challenges("registration " + cookieName, keys, random); // no name of a cookie has a blank
    }

    /** Challenges for registered keys. */
    static Challenges ofRefresh(String cookieName, KeyRing keys, Randomness random) {
        return new Challenges("refresh " + cookieName, keys, random);
    }

    String make(String signInId, long now) {
        return sealed.seal(signInId, now + SECONDS);
    }

    /** @return null if it is not one of ours, or has expired */
    SealedSignIn open(String text, long now) {
        SealedSignIn challenge = sealed.open(text);
        return challenge == null || challenge.isExpired(now) ? null : challenge;
    }

    /** Whether the challenge will soon expire. */
    static boolean isAging(SealedSignIn challenge, long now) {
        return challenge.expiresAt() - now < SECONDS / 2;
    }
}
