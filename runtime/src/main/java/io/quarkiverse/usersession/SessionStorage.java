package io.quarkiverse.usersession;

import java.time.Duration;

import io.vertx.ext.web.RoutingContext;

/**
 * Gives access to sessions where no session can be injected: in {@code @Observes Router} handlers, WebSockets, gRPC services,
 * scheduled jobs and tests. Inject it without a qualifier for the default session, or with {@link SessionName} for another one.
 *
 * <pre>{@code
 * void routes(@Observes Router router, SessionStorage storage) {
 *     router.get("/hello").handler(rc -> rc.end("Hello " + storage.getUserSession(rc).get("userID").orElse("stranger")));
 * }
 * }</pre>
 *
 * {@link #getUserSession} returns the session of a request, which is committed with the response to that request.
 * {@link #getSession} returns a session that belongs to no request. It is sent to the browser only if the application puts the
 * result of {@link #commitSession} into a {@code Set-Cookie} header.
 * <p>
 * If the application writes a {@code Set-Cookie} header for the session's cookie itself, with the same name, domain, path and
 * partition (RFC 6265 §5.3), the extension adds no other one, for example to renew the session. Changes to any other session
 * object than the one committed by hand are then lost, and an error is logged.
 */
public interface SessionStorage {

    /**
     * Returns the session of this request. It is the same session that injection gives, and is committed with the response.
     *
     * @param rc the request, not null
     * @return its session, never null
     */
    UserSession getUserSession(RoutingContext rc);

    /**
     * Opens the session in a {@code Cookie} header. The session belongs to no request, so it is not committed by itself: see
     * {@link #commitSession}. It also adds no {@code Vary: Cookie} to any response. Only {@link #getUserSession} does that.
     *
     * @param cookieHeader the value of the header, with all its cookies; if it is null or has no valid session cookie, the
     *        session is new
     * @return the session, never null
     */
    UserSession getSession(String cookieHeader);

    /**
     * Encrypts the session as it is now.
     * <p>
     * This method knows no request, so {@code cookie.secure=auto} makes the cookie {@code Secure} in production, but not in
     * development and test mode. If there is a request, use {@link #commitSession(UserSession, RoutingContext)}.
     * <p>
     * If this replica has meanwhile ended the sign-in of the session, the result is a new and empty session, and a warning says
     * that changes were lost: see {@link SignIns}.
     * <p>
     * The result is a single cookie. If {@code cookie.domain}, {@code cookie.path} or {@code cookie.partitioned} was changed,
     * the browser may have other cookies of the session. If the response to the request that brought them has this header, the
     * response removes them.
     *
     * @param session a session of this storage
     * @return the value of a {@code Set-Cookie} header; if the session has been destroyed, this header removes the cookie. If
     *         the session is that of a request and the response has this header, nothing more is sent for the session, unless
     *         it is changed again. Then a later cookie replaces this one in the response.
     * @throws IllegalArgumentException if the session is not one of this storage
     */
    String commitSession(UserSession session);

    /**
     * Encrypts the session as it is now, with a lifetime of its own. This is short for
     * {@code commitSession(session.maxAge(maxAge))}.
     *
     * @param maxAge the lifetime, at least one second; if it is longer than the configured {@code max-age}, that one is used
     * @throws SessionCommittedException if it is the session of a request whose response headers have been sent
     */
    String commitSession(UserSession session, Duration maxAge);

    /**
     * Works like {@link #commitSession(UserSession)}, but knows the request: {@code cookie.secure=auto} depends on whether it
     * uses HTTPS. This counts as a use of the request's own session, whichever session is committed. So the response gets
     * {@code Vary: Cookie}, and removes other cookies that must not come back, such as that of another system.
     * <p>
     * If sign-ins are bound to browsers, and a user has signed in to this session, the response also offers the browser to bind
     * the sign-in. {@link #commitSession(UserSession)} does so only for the request's own session.
     *
     * @param rc the request whose response will have the cookie
     * @throws SessionCrossOriginException if a page of another origin has sent the request
     */
    String commitSession(UserSession session, RoutingContext rc);

    /**
     * Works like {@link #commitSession(UserSession, Duration)}, but knows the request, as
     * {@link #commitSession(UserSession, RoutingContext)} does.
     *
     * @param maxAge the lifetime, at least one second; if it is longer than the configured {@code max-age}, that one is used
     * @param rc the request whose response will have the cookie
     * @throws SessionCommittedException if it is the session of a request whose response headers have been sent
     */
    String commitSession(UserSession session, Duration maxAge, RoutingContext rc);

    /**
     * Destroys the session. If the session imports cookies of another system, and its own cookie does not replace them, the
     * response that has this header removes them too.
     *
     * @param session a session of this storage
     * @return the value of a {@code Set-Cookie} header that removes the cookie
     * @throws IllegalArgumentException if the session is not one of this storage
     * @throws SessionCommittedException if it is the session of a request whose response headers have been sent
     */
    String destroySession(UserSession session);

    /**
     * Works like {@link #destroySession(UserSession)}, but knows the request, as
     * {@link #commitSession(UserSession, RoutingContext)} does.
     */
    String destroySession(UserSession session, RoutingContext rc);
}
