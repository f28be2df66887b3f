package io.quarkiverse.usersession;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/**
 * Remembers sign-ins, so that they can be listed and ended on all replicas. The extension {@code quarkus-user-session-redis}
 * has one for Redis and Valkey. An application that keeps them elsewhere has one bean of this type, and uses {@link SignIns}.
 * <p>
 * What a store remembers about a user:
 * <ul>
 * <li>sign-ins that are registered: their times and user agent,</li>
 * <li>sign-ins that were ended, registered before or not,</li>
 * <li>the mark of the last {@link #endAll}, a point in time.</li>
 * </ul>
 * It remembers each for at least {@code quarkus.user-session.max-age} of the default session plus 60 seconds after it was last
 * written: the cookie of an ended sign-in can live as long as that. It keeps at most a bounded number of sign-ins for each user
 * (Redis: 100): the ones that were idle longest are dropped first. A sign-in that was dropped is one that is not registered. If
 * it had been ended, dropping it moves the mark to the millisecond after it began, so that it stays ended; where it is not
 * known when it began, because it was never registered, to the millisecond after it was ended.
 * <p>
 * Two users never meet, whatever the characters of their names. All operations on one user are atomic: what was ended stays
 * ended, whatever runs at the same time.
 * <p>
 * The extension limits how long it waits ({@code quarkus.user-session.sign-in.store.timeout}) and then cancels the {@code Uni}.
 * It keeps answers for a short time, tries again to end a sign-in, and never asks for an anonymous request. Operations may be
 * called on the event loop and must not block. A failed {@code Uni} means that the store is unavailable.
 * <p>
 * {@code SignInStoreSuite} of {@code quarkus-user-session-testing} has the tests that each store has to pass.
 */
public interface SignInStore {

    /**
     * Tells whether a sign-in is active.
     * <ul>
     * <li>One that was ended is not, nor is one with an id of another form than {@link SignInCheck#id()}.</li>
     * <li>One that is registered is. The store notes that it was seen, and the user agent if the check has one, if the last
     * note
     * is older than a minute.</li>
     * <li>Any other is active unless the user signed in strictly before the mark, compared in milliseconds. The store registers
     * it, so that {@link #endAll} ends it too.</li>
     * </ul>
     *
     * @return true if it is active; never null, and no other answer than true lets a user in
     */
    Uni<Boolean> check(SignInCheck check);

    /**
     * The registered sign-ins of a user that have not been ended.
     *
     * @return newest sign-in first; empty if there are none
     */
    Uni<List<SignIn>> list(String principal);

    /**
     * Ends a sign-in, whether it is registered or not. Nothing makes it active again.
     *
     * @param id of the sign-in; an id of another form than {@link SignInCheck#id()} ends nothing
     * @return an item (null) when it is certain that each later {@link #check} says no
     */
    Uni<Void> end(String principal, String id);

    /**
     * Ends all sign-ins of a user: each registered one, whenever it began, and, by the mark, each that is not registered and
     * began strictly before that time. The mark never moves back.
     *
     * @param before the mark, in milliseconds
     * @param exceptId a sign-in that stays, and is registered if it was not: it is active also if it began before the mark,
     *        unless it was ended before. When it began and its user agent become known with its next check. Empty for none, and
     *        so is an id of another form
     * @return an item (null) when it is certain that each later {@link #check} says no
     */
    Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId);
}
