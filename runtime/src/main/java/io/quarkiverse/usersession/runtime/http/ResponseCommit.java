package io.quarkiverse.usersession.runtime.http;

import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.ForeignCookie;
import io.quarkiverse.usersession.runtime.cookie.FormerScopes;
import io.quarkiverse.usersession.runtime.cookie.SetCookie;
import io.quarkiverse.usersession.runtime.format.FormerCookies;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.WantedFormat;
import io.quarkiverse.usersession.runtime.state.Commit;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/**
 * Commits the session with one name to responses: writes its {@code Set-Cookie} headers.
 */
public final class ResponseCommit {

    private static final Logger LOG = Logger.getLogger(ResponseCommit.class);

    private final SessionDefinition definition;
    private final SetCookie setCookie;
    private final ForeignCookie foreignCookie; // null if nothing is imported
    private final FormerScopes formerScopes;
    private final SecureDetection secure;
    private final boolean cacheHeaders;
    private final MissingVary missingVary;
    private final WantedCookie wanted; // null if nobody can sign in to this session
    private final DeviceBinding binding; // null if sign-ins are not bound to browsers

    private volatile boolean handsOut;

    /**
     * @param cookie its name and attributes
     * @param foreign the attributes of the cookie that is imported; null if there is none
     * @param wantedFormat null if nobody can sign in to this session
     */
    public ResponseCommit(SessionDefinition definition, CookieAttributes cookie, boolean cacheHeaders, SecureDetection secure,
            CookieAttributes foreign, WantedFormat wantedFormat) {
        this(definition, cookie, cacheHeaders, secure, foreign, wantedFormat, null);
    }

    /** @param binding null if sign-ins are not bound to browsers */
    public ResponseCommit(SessionDefinition definition, CookieAttributes cookie, boolean cacheHeaders, SecureDetection secure,
            CookieAttributes foreign, WantedFormat wantedFormat, DeviceBinding binding) {
        this.definition = definition;
        this.setCookie = new SetCookie(cookie);
        this.foreignCookie = foreign == null ? null : ForeignCookie.of(foreign, cookie);
        this.formerScopes = new FormerScopes(cookie);
        this.secure = secure;
        this.cacheHeaders = cacheHeaders;
        this.missingVary = new MissingVary(definition.name());
        this.wanted = wantedFormat == null ? null
                : new WantedCookie(cookie, wantedFormat, secure, cacheHeaders, definition.clock());
        this.binding = binding;
    }

    /** @return null if sign-ins are not bound to browsers */
    DeviceBinding binding() {
        return binding;
    }

    /** @return null if nobody can sign in to this session */
    WantedCookie wanted() {
        return wanted;
    }

    /** Whether the application has written this cookie itself, as far as is known. */
    boolean handsOut() {
        return handsOut;
    }

    SessionDefinition definition() {
        return definition;
    }

    /**
     * Commits the session when the headers of the response are about to be sent. Never throws: with an exception at this point,
     * the client would wait for a response until it gives up.
     *
     * @param session null if it was not used
     */
    void commit(SessionState session, RoutingContext rc) {
        try {
            ResponseCookies written = ResponseCookies.of(rc);
            String byHand = byHand(session, written);
            Commit commit = session == null ? Commit.UNUSED : session.commit(byHand);
            write(commit, byHand, written, rc);
            if (binding != null && session != null) {
                offerToBind(commit, session, byHand, rc);
            }
        } catch (Throwable e) {
            LOG.errorf(e, "Session '%s' could not be committed and its changes in %s %s are lost, so the response became a 500",
                    definition.name(), rc.request().method(), rc.request().path());
            FailedCommit.answer(rc.response());
        }
    }

    private void offerToBind(Commit commit, SessionState session, String byHand, RoutingContext rc) {
        boolean sent = byHand != null || commit.content() != null;
        SignedIn begun = sent && !commit.lost() ? session.newSignIn() : null;
        if (byHand != null && commit.kind() == Commit.Kind.NONE) {
            SignInByHand signIn = SignInByHand.of(rc);
            begun = signIn != null && signIn.cookie().equals(byHand) ? signIn.signedIn() : begun;
        }
        if (begun != null) {
            binding.offer(rc, begun);
        }
    }

    /** Reading the cookies of Vert.x parses those of the request, so this is avoided if it makes no difference. */
    private String byHand(SessionState session, ResponseCookies written) {
        boolean matters = handsOut
                || session != null && (session.isCommitDue() || session.isUsed() && foreignCookie != null);
        String added = matters ? written.added(setCookie) : null;
        return added == null ? written.inHeaders(setCookie) : added;
    }

    private void write(Commit commit, String byHand, ResponseCookies written, RoutingContext rc) {
        MultiMap headers = rc.response().headers();
        boolean sent = byHand != null || written.name(setCookie);
        if (cacheHeaders && commit != Commit.UNUSED) {
            CacheHeaders.varyByCookie(headers);
        }
        if (commit.lost()) {
            LOG.errorf("Session '%s': changes made by %s %s were lost, because the application wrote the cookie of this session"
                    + " itself, without these changes: change the session that you commit by hand, or leave the commit"
                    + " to the response", definition.name(), rc.request().method(), rc.request().path());
        }
        if (commit.kind() != Commit.Kind.NONE) {
            String header = header(commit, rc);
            if (byHand != null) {
                written.remove(setCookie);
            }
            headers.add(HttpHeaders.SET_COOKIE, header);
            sent = true;
            LOG.debugf("Session '%s': commit %s", definition.name(), commit.kind());
        }
        OpenedCookie unused = commit == Commit.UNUSED && byHand != null ? broughtBy(rc) : null;
        FormerCookies former = unused == null ? commit.former() : unused.former();
        if (former != null) {
            sent |= putFirst(headers, formerExpiries(former, rc));
        }
        boolean endsImport = unused == null ? commit.endsImport() : unused.isImported();
        if (foreignCookie != null && (endsImport || "".equals(byHand))) {
            sent |= putFirst(headers, foreignCookie.expiries(rc.request().isSSL() || secure.isSecure(rc.request())));
        }
        if (sent && cacheHeaders) {
            CacheHeaders.forbidStoring(headers);
        }
    }

    /** The response has ended, but its headers don't show that the session was used: see {@link MissingVary#warn}. */
    void warnOfMissingVary(RoutingContext rc, String path, boolean tooLate) {
        if (cacheHeaders) {
            missingVary.warn(rc, path, tooLate);
        }
    }

    /**
     * Removals come before our own cookie, because a browser may treat both as the same cookie.
     *
     * @return whether there is a cookie to remove
     */
    private static boolean putFirst(MultiMap headers, List<String> expiries) {
        if (expiries.isEmpty()) {
            return false;
        }
        List<String> others = headers.getAll(HttpHeaders.SET_COOKIE);
        headers.remove(HttpHeaders.SET_COOKIE);
        expiries.forEach(expiry -> headers.add(HttpHeaders.SET_COOKIE, expiry));
        others.forEach(other -> headers.add(HttpHeaders.SET_COOKIE, other));
        return true;
    }

    private List<String> formerExpiries(FormerCookies former, RoutingContext rc) {
        HostAndPort authority = rc.request().authority();
        List<String> expiries = formerScopes.expiries(former, authority == null ? null : authority.host(),
                RequestSessions.path(rc), secure.isSecure(rc.request()));
        LOG.debugf("Session '%s': %d cookies with former settings are removed", definition.name(), expiries.size());
        return expiries;
    }

    /**
     * Handles a request whose session was not used, but whose cookie the application has written: a sign-out must be complete.
     */
    private OpenedCookie broughtBy(RoutingContext rc) {
        return definition.loader().load(rc.request().headers().getAll(HttpHeaders.COOKIE), definition.now());
    }

    /**
     * Seals the session as it is now, for the application to send it.
     *
     * @param rc as with {@link #header}
     */
    String handOut(SessionState session, RoutingContext rc) {
        handsOut = true;
        String header = header(session.commitNow(), rc);
        String value = setCookie.valueIn(header, "/");
        session.handedOut(value);
        SignedIn begun = binding == null || rc == null ? null : session.newSignIn();
        if (begun != null) {
            new SignInByHand(value, begun).rememberIn(rc);
        }
        return header;
    }

    /** @param rc the request to follow with {@code cookie.secure=auto}; null if there is none */
    private String header(Commit commit, RoutingContext rc) {
        boolean secureCookie = rc == null ? secure.isSecureWithoutRequest() : secure.isSecure(rc.request());
        if (commit.kind() == Commit.Kind.EXPIRE) {
            definition.metrics().expired();
            return setCookie.expire(secureCookie);
        }
        String value = definition.format().seal(commit.content());
        definition.metrics().set(commit.kind(), definition.cookieName().length() + value.length());
        return setCookie.set(value, commit.maxAge(), secureCookie);
    }
}
