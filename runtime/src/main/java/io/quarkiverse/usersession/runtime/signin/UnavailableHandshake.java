package io.quarkiverse.usersession.runtime.signin;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * The refused handshake of a WebSocket, while it can't be told whether a user is signed in. For handshakes, Quarkus asks no
 * mechanism for a challenge. It answers 401, which tells clients that there is no point in trying again.
 */
final class UnavailableHandshake {

    private static final String KEY = "Sec-WebSocket-Key"; // of each handshake: RFC 6455, section 4.1

    private UnavailableHandshake() {
    }

    /** If the request is a handshake, turns a 401 into a 503 when its headers are about to be sent. */
    static void prepare(RoutingContext rc, String retryAfter) {
        if (rc.request().headers().contains(KEY)) {
            rc.addHeadersEndHandler(ignored -> answer(rc.response(), retryAfter));
        }
    }

    private static void answer(HttpServerResponse response, String retryAfter) {
        if (response.getStatusCode() == HttpResponseStatus.UNAUTHORIZED.code()) {
            response.headers().set(HttpHeaders.RETRY_AFTER, retryAfter);
            response.setStatusCode(HttpResponseStatus.SERVICE_UNAVAILABLE.code())
                    .setStatusMessage(HttpResponseStatus.SERVICE_UNAVAILABLE.reasonPhrase());
        }
    }
}
