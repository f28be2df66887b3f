package io.quarkiverse.usersession.runtime.signin;

import java.util.Locale;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * Whether a person would see the response to a request as a page. Over HTTPS and on localhost, browsers send this in Fetch
 * Metadata (W3C Fetch Metadata Request Headers). Otherwise the {@code Accept} header of the request tells it.
 */
public enum Navigation {

    /** Nobody would see it, or not yet: scripts, images, prefetching. */
    NONE,

    /** The page of a tab or window. */
    PAGE,

    /** A page in a frame of another. */
    FRAME;

    public static Navigation of(HttpServerRequest request) {
        HttpMethod method = request.method();
        if (method != HttpMethod.GET && method != HttpMethod.POST) {
            return NONE;
        }
        MultiMap headers = request.headers();
        if (headers.contains("Sec-Purpose") || headers.contains("Purpose") || headers.contains("X-Moz")) {
            return NONE; // prefetching and prerendering
        }
        String mode = headers.get("Sec-Fetch-Mode");
        String destination = headers.get("Sec-Fetch-Dest");
        if (mode == null && destination == null) {
            return isPageByAccept(method, headers) ? PAGE : NONE;
        }
        return "navigate".equals(mode) ? of(destination) : NONE;
    }

    private static Navigation of(String destination) {
        if (destination == null) {
            return NONE;
        }
        return switch (destination) {
            case "document" -> PAGE;
            case "iframe", "frame" -> FRAME;
            default -> NONE;
        };
    }

    private static boolean isPageByAccept(HttpMethod method, MultiMap headers) {
        return !headers.contains("X-Requested-With") && AcceptHeader.namesHtml(headers.getAll(HttpHeaders.ACCEPT))
                && (method == HttpMethod.GET || isForm(headers.get(HttpHeaders.CONTENT_TYPE)));
    }

    /**
     * Whether a form without a script can have sent the request (HTML §4.10.18.6). A request without content may have no type.
     */
    private static boolean isForm(String contentType) {
        if (contentType == null) {
            return true;
        }
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data")
                || type.startsWith("text/plain");
    }
}
