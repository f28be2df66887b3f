package io.quarkiverse.usersession.runtime.origin;

/** What happens to requests from other origins that bring a session or would begin one. */
public enum CrossOrigin {

    /** They are answered with 403. */
    REFUSE,
    /** They are let through, with a warning. */
    REPORT,
    /** The origin of requests is not checked. */
    ALLOW
}
