package io.quarkiverse.usersession;

import java.time.Instant;

import io.smallrye.mutiny.Uni;

/**
 * Decides whether a user who has {@linkplain UserSession#signIn signed in} still is. A session lives in the browser until it
 * expires: with a bean of this type an application can end it earlier, for example when a user is disabled or has changed their
 * password.
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
 * The time of sign-in is in milliseconds. Truncate a time of the application to milliseconds before comparing: one with
 * microseconds, as databases keep it, would be later than a sign-in that followed in the same millisecond.
 * <p>
 * It is asked once for each request that authenticates a signed-in user, which is every request of theirs unless
 * {@code quarkus.http.auth.proactive=false}. It may be called on the event loop and must not block: what has to, goes on
 * another thread, as by {@code Uni.createFrom().item(...).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())}.
 * <p>
 * An application has at most one bean of this type, or none.
 */
public interface SignInValidator {

    /**
     * Tells whether the user is still signed in. If not, the request is anonymous and has a new, empty session. The cookie is
     * left as it is until the application writes: the answer may be late, and must not remove the cookie of a newer sign-in. If
     * the {@code Uni} fails or gives null, the request fails with a 500: nobody is let in, and nobody is signed out.
     *
     * @param principal the name of the user, as they signed in
     * @param sessionId {@link UserSession#id()} of their session
     * @param signedInAt when they signed in, to the millisecond
     */
    Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt);
}
