package io.quarkiverse.usersession.runtime.bound;

import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.bound.DeviceMetrics.Event;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.JsonObject;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * The endpoints where browsers register keys and renew proofs. This is a route filter that runs before authentication, CORS
 * and the check of origins, because these requests are not signed in, may come from another site, and prove themselves by a
 * signature. Sessions are read here, but never written.
 */
final class DeviceEndpoints implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(DeviceEndpoints.class);

    private final DeviceProtocol protocol;
    private final ProofCookie proof;
    private final DevicePaths paths;
    private final SessionDefinition session;
    private final List<String> initiators;
    private final DeviceMetrics metrics;
    private final JsonObject json = new JsonObject();

    /** @param initiators other hosts that may cause a refresh */
    DeviceEndpoints(DeviceProtocol protocol, ProofCookie proof, DevicePaths paths, SessionDefinition session,
            List<String> initiators, DeviceMetrics metrics) {
        this.protocol = protocol;
        this.proof = proof;
        this.paths = paths;
        this.session = session;
        this.initiators = initiators;
        this.metrics = metrics;
    }

    /** The header that offers a browser to register a key. */
    static String registration(String path, String challenge) {
        return "(ES256);path=" + HeaderText.quoted(path) + ";challenge=" + HeaderText.quoted(challenge);
    }

    @Override
    public void handle(RoutingContext rc) {
        HttpServerRequest request = rc.request();
        String path = request.path();
        boolean register = paths.register().equals(path);
        if (request.method() != HttpMethod.POST || !register && !paths.refresh().equals(path)) {
            rc.next();
            return;
        }
        request.resume(); // there is no body, and if there is it doesn't matter
        HeaderNames names = HeaderNames.of(request.headers());
        try {
            DeviceAnswer answer = register ? register(request, names) : refresh(request, names);
            send(answer, request, names);
        } catch (RuntimeException e) {
            // transient as far as a browser needs to know: it keeps its session
            LOG.errorf(e, "A browser could not %s a device-bound session", register ? "register" : "refresh");
            metrics.happened(register ? Event.REGISTRATION_FAILED : Event.REFRESH_UNAVAILABLE);
            send(DeviceAnswer.UNAVAILABLE, request, names);
        }
    }

    private DeviceAnswer register(HttpServerRequest request, HeaderNames names) {
        DeviceAnswer answer = protocol.register(HeaderText.only(request.headers().getAll(names.response)), session.now(),
                identifier -> DeviceInstructions.session(identifier, DevicePaths.external(paths.refresh(), request),
                        proof.name(), proof.attributesOf(request), initiators));
        metrics.happened(answer.proofOf() == null ? Event.REGISTRATION_REFUSED : Event.REGISTERED);
        return answer;
    }

    private DeviceAnswer refresh(HttpServerRequest request, HeaderNames names) {
        MultiMap headers = request.headers();
        DeviceAnswer answer = protocol.refresh(HeaderText.only(headers.getAll(names.id)),
                HeaderText.only(headers.getAll(names.response)), sessionOf(headers), proof.isIn(request), session.now());
        metrics.happened(switch (answer.status()) {
            case 200 -> answer.proofOf() == null ? Event.ENDED : Event.REFRESHED;
            case 403 -> Event.CHALLENGED;
            case 503 -> Event.REFRESH_UNAVAILABLE;
            default -> Event.REFRESH_REFUSED;
        });
        return answer;
    }

    /** Reads the cookie without using the session of the request, which could be renewed or removed otherwise. */
    private SessionOfRequest sessionOf(MultiMap headers) {
        OpenedCookie cookie = session.loader().load(headers.getAll(HttpHeaders.COOKIE), session.now());
        return switch (cookie.outcome()) {
            case ABSENT -> SessionOfRequest.ABSENT;
            case VALID -> SessionOfRequest.of(signInId(cookie));
            case NOT_YET_VALID, UNKNOWN_KEY, LATER_VERSION, TOO_MANY, CONFLICTING -> SessionOfRequest.UNKNOWN;
            default -> SessionOfRequest.of(null);
        };
    }

    private static String signInId(OpenedCookie cookie) {
        SignedIn signedIn = SignedIn.of(cookie.content().entries().get(EntryKey.SIGN_IN));
        return signedIn == null ? null : signedIn.id();
    }

    private void send(DeviceAnswer answer, HttpServerRequest request, HeaderNames names) {
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (answer.proofOf() != null) {
            proof.set(answer.proofOf(), session.now(), request, headers);
        } else if (answer.endsProof()) {
            proof.expire(request, headers);
        }
        if (answer.challenge() != null) {
            headers.set(names.challenge,
                    HeaderText.quoted(answer.challenge()) + ";id=" + HeaderText.quoted(answer.identifier()));
        }
        if (answer.offer() != null) {
            headers.set(names.registration,
                    registration(DevicePaths.external(paths.register(), request), answer.offer()));
        }
        response.setStatusCode(answer.status() == 403 ? names.challengeStatus : answer.status());
        if (answer.json() == null) {
            response.end();
        } else {
            headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
            response.end(Buffer.buffer(json.write(answer.json())));
        }
    }
}
