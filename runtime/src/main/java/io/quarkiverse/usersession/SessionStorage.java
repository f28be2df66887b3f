package io.quarkiverse.usersession;

import java.time.Duration;

import io.vertx.ext.web.RoutingContext;

/**
 * The way to sessions where no HTTP request is being served: in {@code @Observes Router} handlers, WebSockets, gRPC services,
 * scheduled jobs and tests. Inject it as it is for the unnamed session, or with {@link SessionName}.
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
     * Opens the session in a {@code Cookie} header. It belongs to no request: see {@link #commitSession}.
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
     *
     * @param session a session of this storage
     * @return the value of a {@code Set-Cookie} header; if the session has been destroyed, one that removes the cookie. If it
     *         is the session of a request and the response has this header, nothing more is sent for it unless it is changed
     *         again.
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

    /** As {@link #commitSession(UserSession)}, with {@code cookie.secure=auto} following the request. */
    String commitSession(UserSession session, RoutingContext rc);

    /**
     * Destroys the session. If the session takes over cookies of another system that ours does not replace, only a response
     * to a request expires those too.
     *
     * @param session a session of this storage
     * @return the value of a {@code Set-Cookie} header that removes the cookie
     * @throws IllegalArgumentException if the session is not one of this storage
     * @throws SessionCommittedException if it is the session of a request whose response has begun
     */
    String destroySession(UserSession session);

    /** As {@link #destroySession(UserSession)}, with {@code cookie.secure=auto} following the request. */
    String destroySession(UserSession session, RoutingContext rc);
}
