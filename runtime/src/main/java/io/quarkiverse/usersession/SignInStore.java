package io.quarkiverse.usersession;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/**
 * Remembers sign-ins, so that they can be listed and ended on all replicas. The extension {@code quarkus-user-session-redis}
 * provides a store for Redis and Valkey. To keep sign-ins elsewhere, write one bean of this type. Applications don't call the
 * store. They use {@link SignIns}.
 * <p>
 * For each user, a store remembers:
 * <ul>
 * <li>the registered sign-ins, with their times and user agents</li>
 * <li>the ended sign-ins, even if they were never registered</li>
 * <li>the <i>mark</i>, a point in time that {@link #endAll} sets</li>
 * </ul>
 * It remembers each of these for at least {@code quarkus.user-session.max-age} of the default session plus 60 seconds after it
 * was last written, because the cookie of an ended sign-in can live that long.
 * <p>
 * The number of sign-ins of a user is bounded (Redis: 100). The store drops those that were idle longest. A dropped sign-in
 * counts as not registered. If it was ended, dropping it moves the mark to the millisecond after it began, so that it stays
 * ended. If the store does not know when it began, because it was never registered, the mark moves to the millisecond after it
 * was ended. If it was bound to a browser, dropping it moves the mark too, and so ends it. Otherwise a copy of its cookie from
 * before the binding would be active again.
 * <p>
 * The data of two users never mixes, whatever characters are in their names. All operations on a user are atomic: an ended
 * sign-in stays ended, whatever else runs at the same time.
 * <p>
 * The extension waits for at most {@code quarkus.user-session.sign-in.store.timeout} and then cancels the {@code Uni}. It
 * caches answers for a short time, tries again if ending a sign-in fails, and never asks the store about an anonymous request.
 * Operations may be called on the event loop, so they must not block. If a store uses worker threads, cancelling a {@code Uni}
 * doesn't free its thread: give the driver a timeout that is at most as long.
 * <p>
 * If {@link #check} fails, {@code quarkus.user-session.sign-in.store.unavailable} decides what happens to the request. What
 * happens to other requests depends on the kind of failure:
 * <ul>
 * <li>A timeout or a failed connection is an outage of the store. This means no answer within the timeout, or a
 * {@link java.util.concurrent.TimeoutException}, {@link io.smallrye.mutiny.TimeoutException}, {@link java.net.SocketException},
 * {@link java.net.SocketTimeoutException}, {@link java.net.UnknownHostException} or
 * {@link java.nio.channels.ClosedChannelException}, itself or as a cause. Until the store answers again, only one request a
 * second asks it.</li>
 * <li>Any other failure concerns only the requests with this check. For example, an entry can't be read.</li>
 * <li>If the failure is a {@link SignInStoreException}, or has one as a cause, that exception says which of the two it is.</li>
 * </ul>
 * An exception that a method throws is treated like a {@code Uni} that fails.
 * <p>
 * {@code SignInStoreSuite} in {@code quarkus-user-session-testing} has tests that each store has to pass.
 */
public interface SignInStore {

    /**
     * Tells whether a sign-in is active.
     * <ul>
     * <li>An ended sign-in is not active. Neither is one whose id does not have the form of {@link SignInCheck#id()}.</li>
     * <li>A registered sign-in is active. If its last note is older than a minute, the store notes the time, and the user agent
     * if the check has one.</li>
     * <li>If a check is {@linkplain SignInCheck#bound() bound}, the store notes this at once, with the time of the first such
     * check. More than 10 seconds later, a check of this sign-in that is not bound returns false and changes nothing: it is
     * about a copy of the cookie from before the binding. Until then it may be about a request that was under way.</li>
     * <li>Any other sign-in is active, unless the user signed in strictly before the mark, compared in milliseconds. If it is
     * active, the store registers it, so that {@link #endAll} ends it too.</li>
     * </ul>
     *
     * @return true if the sign-in is active; never null. Only true lets a user in
     */
    Uni<Boolean> check(SignInCheck check);

    /**
     * Lists the registered sign-ins of a user that have not ended.
     *
     * @return the newest sign-in first; empty if there are none
     */
    Uni<List<SignIn>> list(String principal);

    /**
     * Ends a sign-in, even if it is not registered. Nothing makes it active again.
     *
     * @param id the id of the sign-in; an id that does not have the form of {@link SignInCheck#id()} ends nothing
     * @return an item (null) as soon as each later {@link #check} is certain to return false
     */
    Uni<Void> end(String principal, String id);

    /**
     * Ends all sign-ins of a user: each registered one, whenever it began, and each unregistered one that began strictly before
     * the mark. The mark never moves back.
     *
     * @param before the new mark, to the millisecond
     * @param exceptId the id of a sign-in that does not end. If it is not registered, the store registers it, so it is active
     *        even if it began before the mark. Its time and its user agent become known with its next check. If it was ended
     *        earlier, it stays ended. Empty for none. An id that does not have the form of {@link SignInCheck#id()} counts as
     *        none
     * @return an item (null) as soon as each later {@link #check} of an ended sign-in is certain to return false
     */
    Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId);
}
