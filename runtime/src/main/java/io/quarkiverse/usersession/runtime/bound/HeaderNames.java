package io.quarkiverse.usersession.runtime.bound;

import io.vertx.core.MultiMap;

/** The names of headers. Browsers from before the final specification use other names. */
enum HeaderNames {

    PRESENT("Secure-Session-", "Sec-Secure-Session-Id", 403),
    FORMER("Sec-Session-", "Sec-Session-Id", 401);

    /** The header of a browser that could not refresh a session. */
    static final String SKIPPED = "Secure-Session-Skipped";

    final String registration;
    final String challenge;
    final String response;
    final String id;
    /** The status that asks a browser to sign a challenge. */
    final int challengeStatus;

    HeaderNames(String prefix, String id, int challengeStatus) {
        this.registration = prefix + "Registration";
        this.challenge = prefix + "Challenge";
        this.response = prefix + "Response";
        this.id = id;
        this.challengeStatus = challengeStatus;
    }

    /** The names that this request uses. */
    static HeaderNames of(MultiMap headers) {
        boolean present = headers.contains(PRESENT.id) || headers.contains(PRESENT.response);
        return !present && (headers.contains(FORMER.id) || headers.contains(FORMER.response)) ? FORMER : PRESENT;
    }
}
