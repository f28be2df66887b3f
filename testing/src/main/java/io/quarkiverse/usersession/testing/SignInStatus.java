package io.quarkiverse.usersession.testing;

import java.time.Duration;

import io.quarkiverse.usersession.UserSession;

/** The status of the sign-in of a cookie of the default session, as the application in this JVM sees it. */
enum SignInStatus {

    ACTIVE("is active"),
    ENDED("has ended"),
    EXPIRED("is one of a session that has expired"),
    NONE("is none: nobody is signed in to this session");

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final String finding;

    SignInStatus(String finding) {
        this.finding = finding;
    }

    /** The words for this status in the message of a failed assertion. */
    String finding() {
        return finding;
    }

    /**
     * @throws AssertionError if the cookie can't be opened
     * @throws IllegalStateException if no application with a sign-in store runs in this JVM
     */
    static SignInStatus of(SessionCookies cookies, String cookieValue) {
        OpenedSession opened = cookies.open(cookieValue);
        if (opened.signInId().isEmpty()) {
            return NONE;
        }
        if (!RunningApplication.clock().instant().isBefore(opened.expiresAt())) {
            return EXPIRED;
        }
        UserSession session = RunningApplication.storage().getSession(cookies.cookieName() + "=" + cookieValue);
        return RunningApplication.signIns().isActive(session).await().atMost(TIMEOUT) ? ACTIVE : ENDED;
    }
}
