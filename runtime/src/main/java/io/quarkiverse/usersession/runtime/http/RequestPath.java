package io.quarkiverse.usersession.runtime.http;

/** The path in the target of a request, without its query. */
final class RequestPath {

    private RequestPath() {
    }

    /** @param target may be absolute: RFC 9112 §3.2.2 */
    static String of(String target) {
        int start = target.startsWith("/") ? 0 : target.indexOf('/', target.indexOf("://") + 3);
        int end = target.indexOf('?');
        if (start < 0 || end >= 0 && end < start) {
            return "/";
        }
        return end < 0 ? target.substring(start) : target.substring(start, end);
    }
}
