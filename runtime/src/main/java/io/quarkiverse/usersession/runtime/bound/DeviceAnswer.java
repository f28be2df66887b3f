package io.quarkiverse.usersession.runtime.bound;

import java.util.Map;

/**
 * The response of an endpoint to a browser.
 *
 * @param json null for an empty response
 * @param proofOf the sign-in for which the browser gets a proof; null if it gets none
 * @param endsProof whether the browser must remove its proof
 * @param challenge the challenge that the browser must sign from now on; null if it gets none
 * @param identifier the identifier of the session that signs it; null without a challenge
 * @param offer the challenge with which the browser may register another key; null if it may not
 */
record DeviceAnswer(int status, Map<String, Object> json, String proofOf, boolean endsProof, String challenge,
        String identifier, String offer) {

    /** With this response to a refresh, browsers end the session. */
    static final DeviceAnswer REFUSED = empty(400);

    /** With this response to a refresh, browsers keep the session and try again with their next request. */
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

    /** @param challenge null if the browser's challenge stays valid for a while */
    static DeviceAnswer refreshed(String signInId, String challenge, String identifier) {
        return new DeviceAnswer(200, null, signInId, false, challenge, identifier, null);
    }

    /**
     * The session ends, and another session of the same sign-in replaces it. Otherwise the browser would keep and refresh both,
     * and the former one would create another one each time.
     */
    static DeviceAnswer moved(Map<String, Object> end, String signInId, String offer) {
        return new DeviceAnswer(200, end, signInId, false, null, null, offer);
    }

    static DeviceAnswer ended(Map<String, Object> json, boolean endsProof) {
        return new DeviceAnswer(200, json, null, endsProof, null, null, null);
    }

    /** Leaves out secrets, because this text may end up in a log. */
    @Override
    public String toString() {
        return "DeviceAnswer[" + status + "]";
    }
}
