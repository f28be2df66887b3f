package io.quarkiverse.usersession.runtime.bound;

import java.util.Map;

/**
 * What an endpoint answers to a browser.
 *
 * @param json null if the answer is empty
 * @param proofOf the sign-in for which the browser gets a proof; null if it gets none
 * @param endsProof whether the browser is to remove its proof
 * @param challenge what the browser is to sign from now on; null if it gets none
 * @param identifier of the session that signs it; null without a challenge
 * @param offer the challenge with which the browser may register another key; null if it may not
 */
record DeviceAnswer(int status, Map<String, Object> json, String proofOf, boolean endsProof, String challenge,
        String identifier, String offer) {

    /** Browsers end a session whose refresh is answered like this. */
    static final DeviceAnswer REFUSED = empty(400);

    /** Browsers keep a session whose refresh is answered like this, and try again with their next request. */
    static final DeviceAnswer UNAVAILABLE = empty(503);

    private static DeviceAnswer empty(int status) {
        return new DeviceAnswer(status, null, null, false, null, null, null);
    }

    static DeviceAnswer registered(Map<String, Object> json, String signInId, String challenge, String identifier) {
        return new DeviceAnswer(200, json, signInId, false, challenge, identifier, null);
    }

    /** The browser has to sign this challenge first. */
    static DeviceAnswer challenged(String challenge, String identifier) {
        return new DeviceAnswer(403, null, null, false, challenge, identifier, null);
    }

    /** @param challenge null if the browser's own is good for a while */
    static DeviceAnswer refreshed(String signInId, String challenge, String identifier) {
        return new DeviceAnswer(200, null, signInId, false, challenge, identifier, null);
    }

    /**
     * The session ends, and another one of the same sign-in takes its place. Without the end the browser would have both of
     * them and refresh both, and the former would lead to one more each time.
     */
    static DeviceAnswer moved(Map<String, Object> end, String signInId, String offer) {
        return new DeviceAnswer(200, end, signInId, false, null, null, offer);
    }

    static DeviceAnswer ended(Map<String, Object> json, boolean endsProof) {
        return new DeviceAnswer(200, json, null, endsProof, null, null, null);
    }

    /** Without what is secret in it: this text may end up in a log. */
    @Override
    public String toString() {
        return "DeviceAnswer[" + status + "]";
    }
}
