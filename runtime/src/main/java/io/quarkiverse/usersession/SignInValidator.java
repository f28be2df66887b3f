package io.quarkiverse.usersession;

import java.time.Instant;

import io.smallrye.mutiny.Uni;

/**
 * Decides whether a user who has {@linkplain UserSession#signIn signed in} is still signed in. The browser keeps a session
 * until it expires. With a bean of this type, an application can end a sign-in earlier, for example because the user was
 * disabled or has changed the password.
 *
 * <pre>
 * &#64;ApplicationScoped
 * class DisabledUsers implements SignInValidator {
 *
 *     &#64;Inject
 *     UserCache users;
 *
 *     &#64;Override
 *     public Uni&lt;Boolean&gt; isSignedIn(String principal, String sessionId, Instant signedInAt) {
 *         return users.find(principal).map(user -> user.isEnabled()
 *                 &amp;&amp; !signedInAt.isBefore(user.passwordChangedAt().truncatedTo(ChronoUnit.MILLIS)));
 *     }
 * }
 * </pre>
 *
 * The time of a sign-in is in whole milliseconds. Truncate times of the application to milliseconds before you compare. With
 * the microseconds that databases keep, such a time could be later than a sign-in that followed in the same millisecond.
 * <p>
 * The bean is called once for each request that is authenticated by its session. Unless
 * {@code quarkus.http.auth.proactive=false}, these are all requests of signed-in users. It may be called on the event loop, so
 * it must not block. Move blocking work to another thread, for example with
 * {@code Uni.createFrom().item(...).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())}.
 * <p>
 * An application may have at most one bean of this type.
 */
public interface SignInValidator {

    /**
     * Tells whether the user is still signed in. If not, the request is anonymous and has a new, empty session. The cookie
     * stays until the application changes the session, because the response may be late and must not remove the cookie of a
     * newer sign-in. If the {@code Uni} fails or its item is null, the request fails with a 500: nobody is let in, and nobody
     * is signed out.
     *
     * @param principal the name with which the user signed in
     * @param sessionId {@link UserSession#id()} of the user's session
     * @param signedInAt when the user signed in, to the millisecond
     */
    Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt);
}
