package io.quarkiverse.usersession.runtime.state;

import java.util.List;

/**
 * What a session needs to know of the request that it belongs to. All of it is asked for with the lock of the session held,
 * and must take none itself: on HTTP/2, Vert.x locks the connection even to tell a path.
 */
public interface SessionRequest {

    /** The lines of the {@code Cookie} header, none if there is no such header. */
    List<String> cookieHeaders();

    /** For messages: the path, without a query that might hold data. */
    String path();

    /** Whether nobody sees the body of the response, as it answers a {@code HEAD} request (RFC 9110 §9.3.2). */
    boolean isHead();
}
