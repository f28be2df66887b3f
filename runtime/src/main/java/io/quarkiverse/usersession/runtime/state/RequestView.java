package io.quarkiverse.usersession.runtime.state;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a session needs to know of the request that it belongs to. All of it is asked for with the lock of the session held,
 * and must take none itself: on HTTP/2, Vert.x locks the connection even to tell a path.
 */
public interface RequestView {

    /** The lines of the {@code Cookie} header, none if there is no such header. */
    List<String> cookieHeaders();

    /** For messages: the path, without a query that might hold data. */
    String path();

    /** Whether nobody sees the body of the response, as it answers a {@code HEAD} request (RFC 9110 §9.3.2). */
    boolean isHead();

    /** What the browser calls itself; null if it does not tell, or there is no request. */
    default String userAgent() {
        return null;
    }

    /**
     * To be called before a session is changed.
     *
     * @throws io.quarkiverse.usersession.SessionCrossOriginException if another origin has made the request
     */
    default void checkChange(String session) {
    }

    /** Whether the browser was sent to the login page, and where it wanted to go can be taken. Not called with a lock held. */
    default boolean isSignInWanted() {
        return false;
    }

    /** Takes where the browser wanted to go when it was sent to the login page. Not called with a lock held. */
    default Optional<URI> takeWantedLocation() {
        return Optional.empty();
    }
}
