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
 *         return users.find(principal)
 *                 .map(user -> user.isEnabled() &amp;&amp; !signedInAt.isBefore(user.passwordChangedAt()));
 *     }
 * }
 * </pre>
 *
 * It is asked once for each request that authenticates a signed-in user, which is every request of theirs unless
 * {@code quarkus.http.auth.proactive=false}. It may be called on the event loop and must not block: what has to, goes on
 * another thread, as by {@code Uni.createFrom().item(...).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())}.
 * <p>
 * An application has at most one bean of this type, or none.
 */
public interface SignInValidator {

    /**
     * Tells whether the user is still signed in. If not, the session is {@linkplain UserSession#destroy() destroyed} and the
     * request is anonymous. If the {@code Uni} fails or gives null, so does the request, with a 500: nobody is let in, and
     * nobody is signed out.
     *
     * @param principal the name of the user, as they signed in
     * @param sessionId {@link UserSession#id()} of their session
     * @param signedInAt when they signed in, to the second
     */
    Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt);
}
