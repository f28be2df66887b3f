package io.quarkiverse.usersession.runtime.state;

/** Whether a user can sign in to a session. */
public enum SignInSupport {

    ON(null),
    OFF("sign-in is off; build the application with quarkus.user-session.sign-in.enabled=true and the extension"
            + " quarkus-security"),
    NAMED("only the default session can; inject it without @SessionName");

    private final String reason;

    SignInSupport(String reason) {
        this.reason = reason;
    }

    /** @throws IllegalStateException if not; the message says what to do */
    void require(String sessionName) {
        if (reason != null) {
            throw new IllegalStateException("Session '" + sessionName + "' can't sign users in: " + reason);
        }
    }
}
