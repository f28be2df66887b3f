package io.quarkiverse.usersession.runtime.state;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a session needs to know about its request. These methods are called while the lock of the session is held, so they must
 * not take a lock themselves: on HTTP/2, Vert.x locks the connection even to return a path.
 */
public interface RequestView {

    /** The lines of the {@code Cookie} header, none if there is no such header. */
    List<String> cookieHeaders();

    /** For messages: the path, without a query that might hold data. */
    String path();

    /** Whether this is a {@code HEAD} request, so that nobody sees the body of the response (RFC 9110 §9.3.2). */
    boolean isHead();

    /** The {@code User-Agent} of the browser; null if it sent none, or if there is no request. */
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

    /**
     * Whether the browser was sent to the login page and the page that it wanted has not been taken yet. Called without a lock.
     */
    default boolean isSignInWanted() {
        return false;
    }

    /** Takes the page that the browser wanted when it was sent to the login page. Called without a lock. */
    default Optional<URI> takeWantedLocation() {
        return Optional.empty();
    }
}
