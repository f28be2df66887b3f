package io.quarkiverse.usersession.runtime.signin;

import java.time.Duration;

import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

/**
 * Decides whether the user of a request has signed in recently.
 */
public final class RecentSignIns {

    // of the clock of the replica that signed the user in
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Sessions sessions;
    private final String sessionName;
    private final SessionAuthenticationMechanism mechanism;

    /** @param sessionName of the session that says who the user is */
    public RecentSignIns(Sessions sessions, String sessionName, SessionAuthenticationMechanism mechanism) {
        this.sessions = sessions;
        this.sessionName = sessionName;
        this.mechanism = mechanism;
    }

    /**
     * If not, the user gets the same challenge as an anonymous user.
     *
     * @param within how long ago they may have signed in
     */
    boolean isRecent(SecurityIdentity identity, RoutingContext rc, Duration within) {
        SignedIn known = SignInIdentityProvider.signedIn(identity);
        if (known != null) {
            SignedIn present = sessions.session(rc, sessionName).signedIn(); // which may be another by now
            if (present != null && present.id().equals(known.id()) && isRecent(present, within)) {
                return mechanism.isConfirmed(rc); // a sign-in that may have been ended is not enough here
            }
        }
        mechanism.claimChallenge(rc);
        return false;
    }

    private boolean isRecent(SignedIn signedIn, Duration within) {
        Duration age = Duration.ofMillis(sessions.definition(sessionName).clock().millis() - signedIn.at());
        return age.compareTo(within) <= 0 && age.plus(SKEW).compareTo(Duration.ZERO) >= 0;
    }
}
