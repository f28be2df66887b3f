package io.quarkiverse.usersession.runtime.bound;

import java.util.Map;
import java.util.function.Function;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

/**
 * Implements Device Bound Session Credentials (W3C {@code webappsec-dbsc}) without keeping anything on the server: all state is
 * sealed in what the browser sends. Of HTTP, it knows only the status codes.
 */
final class DeviceProtocol {

    private final Challenges registrations;
    private final Challenges refreshes;
    private final SessionIdentifiers identifiers;
    private final long lifetime;

    /**
     * @param cookieName the name of the proof's cookie
     * @param lifetime the lifetime of a device-bound session in seconds; 0 for no limit
     */
    DeviceProtocol(String cookieName, KeyRing keys, Randomness random, long lifetime) {
        this.registrations = Challenges.ofRegistration(cookieName, keys, random);
        this.refreshes = Challenges.ofRefresh(cookieName, keys, random);
        this.identifiers = new SessionIdentifiers(cookieName, keys, random);
        this.lifetime = lifetime;
    }

    /** The challenge with which a browser may register a key for this sign-in. */
    String offer(String signInId, long now) {
        return registrations.make(signInId, now);
    }

    /**
     * Binds a sign-in to the key in the proof. It needs no session cookie: if another site has begun the sign-in, the request
     * comes without one.
     *
     * @param proof the value of the header; null if there is none
     * @param json returns the JSON of the response for a session with that identifier
     */
    DeviceAnswer register(String proof, long now, Function<String, Map<String, Object>> json) {
        DeviceProof signed = DeviceProof.parse(proof);
        SealedSignIn offered = signed == null ? null : registrations.open(signed.challenge(), now);
        DeviceKey key = offered == null ? null : signed.key();
        if (key == null || !signed.isSignedWith(key)) {
            return DeviceAnswer.REFUSED;
        }
        String identifier = identifiers.seal(key, offered.signInId(), expiresAt(now));
        return DeviceAnswer.registered(json.apply(identifier), offered.signInId(), refreshes.make(offered.signInId(), now),
                identifier);
    }

    private long expiresAt(long now) {
        return lifetime == 0 ? 0 : Math.min(now + lifetime, SessionIdentifiers.LAST);
    }

    /**
     * Gives the browser a new proof if it has signed a challenge.
     *
     * @param identifier the value of the header; null if there is none
     * @param proof likewise
     * @param hasProofCookie whether the request brought a cookie of the proof's name
     */
    DeviceAnswer refresh(String identifier, String proof, SessionOfRequest session, boolean hasProofCookie, long now) {
        DeviceSession bound = identifier == null ? null : identifiers.open(identifier, now);
        if (bound == null) {
            boolean unknown = identifier != null && identifiers.isOfUnknownKey(identifier);
            return unknown && session.signInId() == null ? DeviceAnswer.UNAVAILABLE : DeviceAnswer.REFUSED;
        }
        String signInId = bound.signIn().signInId();
        switch (session.kind()) {
            case UNKNOWN -> {
                return DeviceAnswer.UNAVAILABLE;
            }
            case THERE -> {
                if (!signInId.equals(session.signInId())) {
                    // the proof may be that of the newer sign-in by now
                    return DeviceAnswer.ended(DeviceInstructions.end(identifier), session.signInId() == null && hasProofCookie);
                }
            }
            case ABSENT -> {
                // both have the same attributes: without either, another site has caused the refresh
                if (hasProofCookie) {
                    return DeviceAnswer.ended(DeviceInstructions.end(identifier), true);
                }
            }
        }
        DeviceProof signed = DeviceProof.parse(proof);
        SealedSignIn challenge = signed == null ? null : refreshes.open(signed.challenge(), now);
        if (challenge == null || !challenge.signInId().equals(signInId) || !signed.isSignedWith(bound.key())) {
            return DeviceAnswer.challenged(refreshes.make(signInId, now), identifier);
        }
        if (!bound.signIn().currentKey()) {
            return DeviceAnswer.moved(DeviceInstructions.end(identifier), signInId, offer(signInId, now));
        }
        return DeviceAnswer.refreshed(signInId, Challenges.isAging(challenge, now) ? refreshes.make(signInId, now) : null,
                identifier);
    }

    /** Whether one of the identifiers belongs to a session that is bound to this sign-in. */
    boolean isOneOf(Iterable<String> sessionIdentifiers, String signInId, long now) {
        for (String identifier : sessionIdentifiers) {
            DeviceSession session = identifiers.open(identifier, now);
            if (session != null && session.signIn().signInId().equals(signInId)) {
                return true;
            }
        }
        return false;
    }
}
