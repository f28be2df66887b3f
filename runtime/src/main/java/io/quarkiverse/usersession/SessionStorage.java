package io.quarkiverse.usersession;

import java.time.Duration;

import io.vertx.ext.web.RoutingContext;

/**
 * The way to sessions where no HTTP request is being served: in {@code @Observes Router} handlers, WebSockets, gRPC services,
 * scheduled jobs and tests. Inject it as it is for the default session, or with {@link SessionName}.
 *
 * <pre>{@code
 * void routes(@Observes Router router, SessionStorage storage) {
 *     router.get("/hello").handler(rc -> rc.end("Hello " + storage.getUserSession(rc).get("userID").orElse("stranger")));
 * }
 * }</pre>
 *
 * {@link #getUserSession} gives the session of a request, which is committed with its response. {@link #getSession} gives one
 * that belongs to no request: nothing is sent for it unless the application puts what {@link #commitSession} returns into a
 * {@code Set-Cookie} header.
 * <p>
 * What is written by hand wins: a response that has a {@code Set-Cookie} header for the session's cookie, of the same name,
 * domain, path and partition (RFC 6265 §5.3), gets no other one by itself, such as a renewal. Changes that were made through
 * another session object than the one committed by hand are lost then, and logged as an error.
 */
public interface SessionStorage {

    /**
     * The session of this request: the same object that injection sees, committed with the response.
     *
     * @param rc the request, not null
     * @return its session, never null
     */
    UserSession getUserSession(RoutingContext rc);

    /**
     * Opens the session in a {@code Cookie} header. It belongs to no request: see {@link #commitSession}. A response that shows
     * its values gets no {@code Vary: Cookie}: only {@link #getUserSession} adds that.
     *
     * @param cookieHeader the value of the header, with all its cookies; null or without a valid session cookie for a new
     *        session
     * @return the session, never null
     */
    UserSession getSession(String cookieHeader);

    /**
     * Seals the session as it is now.
     * <p>
     * {@code cookie.secure=auto} has no request to follow here: the cookie is {@code Secure} in production and is not in
     * development and test mode. Where there is a request, use {@link #commitSession(UserSession, RoutingContext)}.
     * <p>
     * If a user is signed in whose sign-in this replica has ended meanwhile, the session that is sealed is a new and empty
     * one, and a warning says that changes were lost: see {@link SignIns}.
     * <p>
     * It is one cookie. If {@code cookie.domain}, {@code cookie.path} or {@code cookie.partitioned} was changed, the browser
     * may have others of the session. The response to the request that brought them removes them, if it has this header.
     *
     * @param session a session of this storage
     * @return the value of a {@code Set-Cookie} header; if the session has been destroyed, one that removes the cookie. If it
     *         is the session of a request and the response has this header, nothing more is sent for it unless it is changed
     *         again: then the response has the later cookie in place of this one.
     * @throws IllegalArgumentException if the session is not one of this storage
     */
    String commitSession(UserSession session);

    /**
     * Seals the session as it is now, with a lifetime of its own: short for {@code commitSession(session.maxAge(maxAge))}.
     *
     * @param maxAge the lifetime, at least one second; a longer one than the configured {@code max-age} counts as that
     * @throws SessionCommittedException if it is the session of a request whose response has begun
     */
    String commitSession(UserSession session, Duration maxAge);

    /**
     * As {@link #commitSession(UserSession)}, with {@code cookie.secure=auto} following the request. It counts as a use of the
     * request's own session, whichever session is committed: the response gets {@code Vary: Cookie}, and removes what else
     * the request has brought that must not come back, such as the cookie of another system.
     *
     * @param rc the request that is answered with it
     * @throws SessionCrossOriginException if a page of another origin has sent it
     */
    String commitSession(UserSession session, RoutingContext rc);

    /**
     * As {@link #commitSession(UserSession, Duration)}, with the request as in
     * {@link #commitSession(UserSession, RoutingContext)}.
     *
     * @param maxAge the lifetime, at least one second; a longer one than the configured {@code max-age} counts as that
     * @param rc the request that is answered with it
     * @throws SessionCommittedException if it is the session of a request whose response has begun
     */
    String commitSession(UserSession session, Duration maxAge, RoutingContext rc);

    /**
     * Destroys the session. If the session takes over cookies of another system that ours does not replace, the response that
     * has this header expires those too.
     *
     * @param session a session of this storage
     * @return the value of a {@code Set-Cookie} header that removes the cookie
     * @throws IllegalArgumentException if the session is not one of this storage
     * @throws SessionCommittedException if it is the session of a request whose response has begun
     */
    String destroySession(UserSession session);

    /** As {@link #destroySession(UserSession)}, with the request as in {@link #commitSession(UserSession, RoutingContext)}. */
    String destroySession(UserSession session, RoutingContext rc);
}
