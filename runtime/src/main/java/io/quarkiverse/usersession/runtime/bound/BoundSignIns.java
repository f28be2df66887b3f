package io.quarkiverse.usersession.runtime.bound;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.bound.DeviceMetrics.Event;
import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkiverse.usersession.runtime.http.DeviceVerdict;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Offers to bind a sign-in when it begins, and checks the proof from then on. */
final class BoundSignIns implements DeviceBinding {

    private static final Logger LOG = Logger.getLogger(BoundSignIns.class);

    private final DeviceProtocol protocol;
    private final ProofCookie proof;
    private final Retry retry;
    private final DevicePaths paths;
    private final String cookiePath;
    private final SessionDefinition session;
    private final DeviceMetrics metrics;
    private final Handler<RoutingContext> endpoints;
    private final AtomicBoolean toldOfPath = new AtomicBoolean();

    /** @param cookiePath the path of the session's cookie, which the proof's cookie has too */
    BoundSignIns(DeviceProtocol protocol, ProofCookie proof, Retry retry, DevicePaths paths, String cookiePath,
            SessionDefinition session, DeviceMetrics metrics, Handler<RoutingContext> endpoints) {
        this.protocol = protocol;
        this.proof = proof;
        this.retry = retry;
        this.paths = paths;
        this.cookiePath = cookiePath;
        this.session = session;
        this.metrics = metrics;
        this.endpoints = endpoints;
    }

    @Override
    public Handler<RoutingContext> endpoints() {
        return endpoints;
    }

    @Override
    public DeviceVerdict judge(RoutingContext rc, SignedIn signedIn, boolean page) {
        HttpServerRequest request = rc.request();
        if (proof.proves(request, signedIn.id(), session.now())) {
            return DeviceVerdict.PROVEN;
        }
        DeviceVerdict verdict = signedIn.bound() ? unproven(request, signedIn, page) : unbound(request, signedIn);
        if (!verdict.isLetIn() && proof.isIn(request)) {
            proof.expire(request, rc.response().headers()); // a browser that has one doesn't ask for another
        }
        metrics.judged(verdict);
        return verdict;
    }

    private DeviceVerdict unproven(HttpServerRequest request, SignedIn signedIn, boolean page) {
        if (request.headers().contains(HeaderNames.SKIPPED)) {
            return DeviceVerdict.COULD_NOT_PROVE;
        }
        if (page) {
            return retry.hasComeAgain(request.query(), signedIn.id(), session.now()) ? DeviceVerdict.UNPROVEN
                    : DeviceVerdict.TO_COME_AGAIN;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        // what a page of this origin asks for waits until the browser has refreshed the proof, if it can
        return site == null || "same-origin".equals(site) ? DeviceVerdict.UNPROVEN : DeviceVerdict.CAUSED_ELSEWHERE;
    }

    /** The sign-in is not proven yet, but this browser may have bound it already. */
    private DeviceVerdict unbound(HttpServerRequest request, SignedIn signedIn) {
        MultiMap headers = request.headers();
        return headers.contains(HeaderNames.SKIPPED)
                && protocol.isOneOf(HeaderText.identifiers(headers.getAll(HeaderNames.SKIPPED)), signedIn.id(), session.now())
                        ? DeviceVerdict.COULD_NOT_PROVE
                        : DeviceVerdict.UNBOUND;
    }

    @Override
    public String pageToComeAgain(RoutingContext rc, SignedIn signedIn) {
        return retry.page(rc.request().query(), signedIn.id(), session.now());
    }

    @Override
    public String cleanQuery(RoutingContext rc) {
        String query = rc.request().query();
        return Retry.isMarked(query) ? Retry.withoutMark(query) : null;
    }

    @Override
    public void offer(RoutingContext rc, SignedIn signedIn) {
        try {
            HttpServerRequest request = rc.request();
            String path = DevicePaths.external(paths.register(), request);
            if (!proof.isSecure(request)) {
                return; // where browsers bind nothing
            }
            if (!DevicePaths.isBelow(path, cookiePath)) {
                tellOfPath(path);
                return;
            }
            rc.response().headers().set(HeaderNames.PRESENT.registration,
                    DeviceEndpoints.registration(path, protocol.offer(signedIn.id(), session.now())));
            metrics.happened(Event.OFFERED);
        } catch (RuntimeException e) {
            LOG.errorf(e, "A sign-in could not be bound to its browser, and stays unbound");
        }
    }

    private void tellOfPath(String path) {
        if (toldOfPath.compareAndSet(false, true)) {
            LOG.errorf(
                    "Sign-ins are not bound to their browsers: the cookie of the session is not sent to %s, which the browser"
                            + " needs to call. Set %s.path to a path below %s, or change the path of the cookie. This error is"
                            + " logged only once",
                    path, BoundCookieRules.SETTINGS, cookiePath);
        }
    }
}
