package io.quarkiverse.usersession;

import java.util.List;

import io.smallrye.mutiny.Uni;

/**
 * Lists the sign-ins of users, and ends them on all replicas.
 *
 * <pre>
 * &#64;Inject
 * SignIns signIns;
 *
 * &#64;POST
 * &#64;Path("/password")
 * public Uni&lt;Response&gt; changePassword(&#64;FormParam("new") String password) {
 *     users.setPassword(user.name(), password);
 *     return signIns.signOutElsewhere(session).replaceWith(Response.seeOther(URI.create("/account")).build());
 * }
 * </pre>
 *
 * It needs a {@link SignInStore}: add the extension {@code quarkus-user-session-redis}, or a bean of that type. Without a
 * store, the build of an application that injects {@code SignIns} fails.
 * <p>
 * An ended sign-in no longer signs anybody in. This takes effect at once on this replica. The others may accept it for up to
 * {@code quarkus.user-session.sign-in.store.cache}. Its requests are anonymous and have an empty session.
 * <p>
 * Sign-ins are checked when a request is authenticated by its session. This does not happen on a public page with
 * {@code quarkus.http.auth.proactive=false}, for sessions of {@link SessionStorage}, and when another mechanism authenticates
 * the request first. There the session is as it is in the cookie. Use {@link #isActive} to check it.
 * <p>
 * Each {@code Uni} does its work when it is subscribed to. It fails if the store can't be reached, or doesn't answer within
 * {@code quarkus.user-session.sign-in.store.timeout}. If ending a sign-in fails, only this replica refuses it. Call the method
 * again.
 */
public interface SignIns {

    /**
     * Lists the sign-ins of a user that have not ended.
     *
     * @param principal the name of the user, as in {@link UserSession#signIn}; not null
     * @return the newest first; empty if there are none. A store keeps a limited number of sign-ins (Redis: the 100 that were
     *         used last)
     */
    Uni<List<SignIn>> list(String principal);

    /**
     * Ends one sign-in of a user.
     *
     * @param principal the name of the user, not null. Take it from the {@code SecurityIdentity}, never from the request: then
     *        users can end only their own sign-ins
     * @param signInId {@link SignIn#id()}, not null. If it belongs to another user, nothing ends
     */
    Uni<Void> signOut(String principal, String signInId);

    /**
     * Ends all sign-ins of a user, including the current one. To keep the user signed in, call {@link UserSession#signIn}
     * afterwards, in the same request.
     *
     * @param principal the name of the user, not null
     */
    Uni<Void> signOutEverywhere(String principal);

    /**
     * Ends all sign-ins of the user who is signed in to this session, except the sign-in of this session. The store is asked
     * first whether that one is active. If it doesn't answer, the {@code Uni} fails, and nothing ends.
     *
     * @param current the session of the request
     * @throws IllegalStateException (as the failure of the {@code Uni}) if nobody is signed in to the session, or if its
     *         sign-in is not {@linkplain #isActive active}
     */
    Uni<Void> signOutElsewhere(UserSession current);

    /**
     * Tells whether a user is signed in to a session and this sign-in has not ended. Use it where requests are not
     * authenticated, for example for a session of {@link SessionStorage}.
     *
     * @return false if nobody is signed in to the session, or if its sign-in has ended. Also false if the sign-in was bound to
     *         its browser more than 10 seconds ago and the session is from before (see {@link SignInCheck#bound()})
     */
    Uni<Boolean> isActive(UserSession session);
}
