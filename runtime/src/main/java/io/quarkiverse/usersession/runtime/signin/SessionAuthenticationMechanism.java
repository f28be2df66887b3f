package io.quarkiverse.usersession.runtime.signin;

import java.util.Set;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.runtime.http.DeviceVerdict;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.Judgement;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkiverse.usersession.runtime.store.Verdict;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes the user of a request from its session.
 */
public final class SessionAuthenticationMechanism implements HttpAuthenticationMechanism {

    /** The name for {@code quarkus.http.auth.permission."…".auth-mechanism} and {@code @HttpAuthenticationMechanism}. */
    public static final String SCHEME = "user-session";

    // after those that look at the Authorization header, which says more than a cookie that is always sent
    private static final int PRIORITY = DEFAULT_PRIORITY - 100;

    private static final String UNAVAILABLE = SessionAuthenticationMechanism.class.getName() + ".unavailable";
    private static final String ACCEPTED = SessionAuthenticationMechanism.class.getName() + ".accepted";
    private static final String RETRY_AFTER_SECONDS = "1"; // as soon as the store is tried again

    private final Sessions sessions;
    private final String sessionName;
    private final HttpCredentialTransport transport;
    private final SignInBook book; // null if sign-ins are remembered nowhere but in cookies
    private final boolean acceptWithoutStore;
    private final DeviceCheck devices;
    private final SignInValidation validation; // null if the application has none
    private final LoginPage loginPage; // null if there is none

    /**
     * @param sessionName of the session that says who the user is
     * @param book null if sign-ins are remembered nowhere but in cookies
     * @param acceptWithoutStore whether users are let in while the store is unavailable
     * @param validator null if the application has none
     * @param loginPage likewise
     */
    public SessionAuthenticationMechanism(Sessions sessions, String sessionName, SignInBook book, boolean acceptWithoutStore,
            SignInValidator validator, String loginPage) {
        this.sessions = sessions;
        this.sessionName = sessionName;
        this.transport = new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE,
                sessions.definition(sessionName).cookieName(), SCHEME);
        this.book = book;
        this.acceptWithoutStore = acceptWithoutStore;
        this.devices = new DeviceCheck(sessions);
        this.validation = validator == null ? null : new SignInValidation(validator);
        this.loginPage = loginPage == null ? null : new LoginPage(loginPage);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext rc, IdentityProviderManager identities) {
        SessionState session = sessions.session(rc, sessionName);
        SignedIn signedIn = session.signedIn();
        if (signedIn == null) {
            return anonymous(rc);
        }
        try {
            DeviceVerdict device = devices.judge(rc, session, signedIn);
            if (!device.isLetIn()) {
                return unproven(device, rc);
            }
            return book == null ? validated(signedIn, device, session, rc, identities)
                    : remembered(signedIn, device, session, rc, identities);
        } catch (AuthenticationRedirectException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private Uni<SecurityIdentity> remembered(SignedIn signedIn, DeviceVerdict device, SessionState session, RoutingContext rc,
            IdentityProviderManager identities) {
        boolean binds = device == DeviceVerdict.PROVEN && !signedIn.bound() && session.canBind(signedIn);
        SignedIn asked = binds ? signedIn.bind() : signedIn;
        Verdict known = book.known(asked);
        if (known != null) {
            return judged(known, signedIn, device, session, rc, identities);
        }
        return book.ask(asked, rc.request().getHeader(HttpHeaders.USER_AGENT))
                .flatMap(verdict -> judged(verdict, signedIn, device, session, rc, identities));
    }

    private Uni<SecurityIdentity> judged(Verdict verdict, SignedIn signedIn, DeviceVerdict device, SessionState session,
            RoutingContext rc, IdentityProviderManager identities) {
        boolean proven = device == DeviceVerdict.PROVEN;
        return switch (verdict == Verdict.UNBOUND_COPY && proven ? Verdict.ACTIVE : verdict) {
            case ACTIVE -> {
                session.judged(signedIn, Judgement.CONFIRMED);
                yield validated(signedIn, device, session, rc, identities);
            }
            case ENDED -> {
                session.judged(signedIn, Judgement.REFUSED);
                yield anonymous(rc);
            }
            case UNBOUND_COPY -> unproven(devices.judgeUnboundCopy(rc, session, signedIn), rc);
            case REFUSED -> {
                session.judged(signedIn, Judgement.UNCONFIRMED);
                yield unavailable(rc);
            }
            case UNAVAILABLE -> acceptWithoutStore ? accepted(signedIn, device, session, rc, identities) : unavailable(rc);
        };
    }

    private Uni<SecurityIdentity> accepted(SignedIn signedIn, DeviceVerdict device, SessionState session, RoutingContext rc,
            IdentityProviderManager identities) {
        rc.put(ACCEPTED, Boolean.TRUE);
        return validated(signedIn, device, session, rc, identities);
    }

    private Uni<SecurityIdentity> unproven(DeviceVerdict device, RoutingContext rc) {
        return device == DeviceVerdict.COULD_NOT_PROVE ? unavailable(rc) : anonymous(rc);
    }

    private Uni<SecurityIdentity> validated(SignedIn signedIn, DeviceVerdict device, SessionState session, RoutingContext rc,
            IdentityProviderManager identities) {
        devices.goOn(rc);
        if (validation == null) {
            return identified(signedIn, device, session, rc, identities);
        }
        return validation.isSignedIn(signedIn, session).flatMap(valid -> {
            if (!valid) {
                session.judged(signedIn, Judgement.REFUSED);
                return anonymous(rc);
            }
            return identified(signedIn, device, session, rc, identities);
        });
    }

    private static Uni<SecurityIdentity> identified(SignedIn signedIn, DeviceVerdict device, SessionState session,
            RoutingContext rc, IdentityProviderManager identities) {
        if (device == DeviceVerdict.PROVEN && !signedIn.bound()) {
            session.judged(signedIn, Judgement.BOUND);
        }
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(new SignInRequest(signedIn), rc));
    }

    /** The user counts as anonymous. The challenge is a 503, because it is not the user's fault. */
    private Uni<SecurityIdentity> unavailable(RoutingContext rc) {
        claimUnavailable(rc);
        return Uni.createFrom().nullItem();
    }

    /** If the user was let in only because the store is unavailable, claims the challenge, which is a 503 then. */
    boolean isConfirmed(RoutingContext rc) {
        if (rc.get(ACCEPTED) == null) {
            return true;
        }
        claimUnavailable(rc);
        return false;
    }

    private void claimUnavailable(RoutingContext rc) {
        rc.put(UNAVAILABLE, Boolean.TRUE);
        challengeIsOurs(rc);
        UnavailableHandshake.prepare(rc, RETRY_AFTER_SECONDS);
    }

    private Uni<SecurityIdentity> anonymous(RoutingContext rc) {
        claimChallenge(rc);
        return Uni.createFrom().nullItem();
    }

    /** Claims the challenge if a person would see the response. */
    void claimChallenge(RoutingContext rc) {
        if (navigation(rc) != Navigation.NONE) {
            challengeIsOurs(rc); // and not the password dialog of basic authentication
        }
    }

    private void challengeIsOurs(RoutingContext rc) {
        rc.put(HttpAuthenticationMechanism.class.getName(), this);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext rc) {
        if (rc.get(UNAVAILABLE) != null) {
            return Uni.createFrom().item(new ChallengeData(HttpResponseStatus.SERVICE_UNAVAILABLE.code(),
                    HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
        }
        return Uni.createFrom().item(() -> {
            Navigation navigation = navigation(rc);
            return navigation == Navigation.NONE ? null // a 401, or the challenge of another mechanism
                    : loginPage.challenge(navigation, rc.request(), sessions.wantedPage(rc));
        });
    }

    /** {@code NONE} also if there is no login page. */
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
