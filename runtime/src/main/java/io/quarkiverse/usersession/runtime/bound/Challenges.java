package io.quarkiverse.usersession.runtime.bound;

import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

/**
 * What a browser signs to show that it has a key. A challenge is good for minutes and not for one use: browsers sign the same
 * one again until they get another, and don't sign more often than six times in nine minutes.
 */
final class Challenges {

    static final int SECONDS = 300;

    private final SignInSeal sealed;

    private Challenges(String place, KeyRing keys, Randomness random) {
        this.sealed = new SignInSeal(KeyPurpose.DEVICE_CHALLENGE, place, keys, random);
    }

    /** Those that a new key signs. No others pass for them, so that a key can only be registered where that was offered. */
    static Challenges ofRegistration(String cookieName, KeyRing keys, Randomness random) {
        return new Challenges("registration " + cookieName, keys, random); // no name of a cookie has a blank
    }

    /** Those that a registered key signs. */
    static Challenges ofRefresh(String cookieName, KeyRing keys, Randomness random) {
        return new Challenges("refresh " + cookieName, keys, random);
    }

    String make(String signInId, long now) {
        return sealed.seal(signInId, now + SECONDS);
    }

    /** @return null if it is none of ours, or has expired */
    SealedSignIn open(String text, long now) {
        SealedSignIn challenge = sealed.open(text);
        return challenge == null || challenge.isExpired(now) ? null : challenge;
    }

    /** Whether a browser that signs it once more will soon be told that it is stale. */
    static boolean isAging(SealedSignIn challenge, long now) {
        return challenge.expiresAt() - now < SECONDS / 2;
    }
}
