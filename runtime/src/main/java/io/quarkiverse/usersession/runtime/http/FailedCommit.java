package io.quarkiverse.usersession.runtime.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Turns a response into a 500 when its headers are about to be sent and its session could not be committed. */
final class FailedCommit {

    private FailedCommit() {
    }

    /** The body can no longer be changed. If the former status had no body, the length must now say so. */
    static void answer(HttpServerResponse response) {
        int status = response.getStatusCode();
        if (status < 200 || status == 204 || status == 205 || status == 304) {
            response.headers().set(HttpHeaders.CONTENT_LENGTH, "0");
        }
        response.headers().set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatusCode(500).setStatusMessage("Internal Server Error");
    }
}
