package io.quarkiverse.usersession;

import java.util.List;

import io.smallrye.mutiny.Uni;

/**
 * The sign-ins of users: lists them, and ends them on all replicas.
 *
 * <pre>
 * {@code
 * &#64;Inject
 * SignIns signIns;
 *
 * @POST
 * &#64;Path("/password")
 * public Uni<Response> changePassword(@FormParam("new") String password) {
 *     users.setPassword(user.name(), password);
 *     return signIns.signOutElsewhere(session).replaceWith(Response.seeOther(URI.create("/account")).build());
 * }
 * }
 * </pre>
 *
 * It needs a {@link SignInStore}: add the extension {@code quarkus-user-session-redis}, or a bean of that type. Without one, an
 * application that injects {@code SignIns} does not build.
 * <p>
 * A sign-in that has been ended signs nobody in any more: at once on this replica, and within
 * {@code quarkus.user-session.sign-in.store.cache} on the others. Its requests are anonymous and have an empty session. This is
 * decided when a request is authenticated. Where nothing authenticates it (a public page with
 * {@code quarkus.http.auth.proactive=false}, {@link SessionStorage}, or a request in which another mechanism answers first), a
 * session is what its cookie says; ask {@link #isActive} there.
 * <p>
 * Each {@code Uni} does its work when it is subscribed to, and fails if the store can't be reached or doesn't answer within
 * {@code quarkus.user-session.sign-in.store.timeout}. An ending that failed has still ended the sign-in on this replica, and is
 * to be repeated.
 */
public interface SignIns {

    /**
     * The sign-ins of a user that have not been ended.
     *
     * @param principal the name of the user, as in {@link UserSession#signIn}; not null
     * @return newest first; empty if there are none. A store keeps a limited number of them (Redis: 100), those that were used
     *         last
     */
    Uni<List<SignIn>> list(String principal);

    /**
     * Ends one sign-in of a user.
     *
     * @param principal the name of the user, not null. Take it from the {@code SecurityIdentity}, and never from the request:
     *        an
     *        id is only looked for among the sign-ins of this user
     * @param signInId {@link SignIn#id()}, not null. Nothing happens if it is not one of this user
     */
    Uni<Void> signOut(String principal, String signInId);

    /**
     * Ends all sign-ins of a user, this one too. To keep this user signed in, {@linkplain UserSession#signIn sign them in}
     * again in the same request, afterwards.
     *
     * @param principal the name of the user, not null
     */
    Uni<Void> signOutEverywhere(String principal);

    /**
     * Ends all sign-ins of the user who is signed in to that session, but not this one.
     *
     * @param current the session of the request
     * @throws IllegalStateException (as failure of the {@code Uni}) if nobody is signed in to it, or the sign-in has been
     *         ended
     */
    Uni<Void> signOutElsewhere(UserSession current);

    /**
     * Tells whether somebody is signed in to a session and the sign-in has not been ended: for places where nothing
     * authenticates, such as a session from {@link SessionStorage}.
     *
     * @return false if nobody is signed in to it, or the sign-in has been
     *         ended
     */
    Uni<Boolean> isActive(UserSession session);
}
