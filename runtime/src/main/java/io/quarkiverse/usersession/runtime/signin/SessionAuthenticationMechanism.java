package io.quarkiverse.usersession.runtime.signin;

import java.util.Set;

import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes the user of a request from its session.
 */
public final class SessionAuthenticationMechanism implements HttpAuthenticationMechanism {

    /** What {@code quarkus.http.auth.permission."…".auth-mechanism} and {@code @HttpAuthenticationMechanism} call it. */
    public static final String SCHEME = "user-session";

    // after those that look at the Authorization header, which says more than a cookie that is always sent
    private static final int PRIORITY = DEFAULT_PRIORITY - 100;

    private final Sessions sessions;
    private final String sessionName;
    private final HttpCredentialTransport transport;
    private final SignInValidation validation;
    private final LoginPage loginPage; // null if there is none

    /**
     * @param sessionName of the session that says who the user is
     * @param validator null if the application has none
     * @param loginPage likewise
     */
    public SessionAuthenticationMechanism(Sessions sessions, String sessionName, SignInValidator validator,
            String loginPage) {
        this.sessions = sessions;
        this.sessionName = sessionName;
        this.transport = new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE,
                sessions.definition(sessionName).cookieName(), SCHEME);
        this.validation = new SignInValidation(validator);
        this.loginPage = loginPage == null ? null : new LoginPage(loginPage);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext rc, IdentityProviderManager identities) {
        SessionState session = sessions.session(rc, sessionName);
        SignedIn signedIn = session.signedIn();
        if (signedIn == null) {
            return anonymous(rc);
        }
        return validation.isSignedIn(signedIn, session).flatMap(valid -> {
            if (!valid) {
                session.refuse(signedIn);
                return anonymous(rc);
            }
            return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(new SignInRequest(signedIn), rc));
        });
    }

    private Uni<SecurityIdentity> anonymous(RoutingContext rc) {
        if (navigation(rc) != Navigation.NONE) {
            // that the challenge is ours, and not the password dialog of basic authentication
            rc.put(HttpAuthenticationMechanism.class.getName(), this);
        }
        return Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext rc) {
        return Uni.createFrom().item(() -> {
            Navigation navigation = navigation(rc);
            return navigation == Navigation.NONE ? null // a 401, or the challenge of another mechanism
                    : loginPage.challenge(navigation, rc.request(), sessions.wantedPage(rc));
        });
    }

    /** None as well where there is no login page. */
    private Navigation navigation(RoutingContext rc) {
        return loginPage != null && sessions.isForPages(rc) ? Navigation.of(rc.request()) : Navigation.NONE;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SignInRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext rc) {
        return Uni.createFrom().item(transport);
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }
}
