package io.quarkiverse.usersession;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/**
 * A value of the session that is too large for a cookie. It is kept, encrypted, in Redis or Valkey, and the session holds only
 * a reference to it. Inject it with {@link SessionKey}. It needs the extension {@code quarkus-user-session-redis}, and the
 * build fails without it.
 *
 * <pre>
 * record Cart(List&lt;String&gt; products) {
 * }
 *
 * &#64;Inject
 * &#64;SessionKey("cart")
 * StoredValue&lt;Cart&gt; cart;
 *
 * &#64;GET
 * &#64;Path("/cart")
 * public Uni&lt;Cart&gt; show() {
 *     return cart.get().map(stored -&gt; stored.orElse(new Cart(List.of())));
 * }
 *
 * &#64;PUT
 * &#64;Path("/cart")
 * public Uni&lt;Void&gt; replace(Cart changed) {
 *     return cart.set(changed);
 * }
 * </pre>
 *
 * <b>Lifetime.</b> A value lives as long as the session, but at most {@code quarkus.user-session.stored-values.max-age}
 * (default: one day) after the session last wrote its cookie or the value was last read. A value that has expired is empty.
 * That is never an error. {@link UserSession#clear} and {@link UserSession#destroy} remove the value too.
 * <p>
 * <b>Other values.</b> {@link UserSession#get} does not read stored values, and a {@link SessionValue} may have the same key.
 * <p>
 * <b>Parallel requests.</b> Each request writes a value of its own. The response that the browser receives last decides which
 * of them the session keeps. If one request starts a second {@link #set} before the first has completed, either value may stay.
 * <p>
 * <b>Threads.</b> If no request is being served, each method throws {@link IllegalStateException}, as with
 * {@link SessionValue}. All other failures are failures of the {@code Uni}. A {@code Uni} does nothing until it is subscribed
 * to, and delivers its result on the Vert.x context of the subscriber, if there is one. The methods whose names end with
 * {@code AndAwait} wait for the {@code Uni}, and throw its failure. Call them on a worker thread or a virtual thread.
 *
 * @param <T> the type of the value, as in {@link SessionValue}
 */
public interface StoredValue<T> {

    /**
     * Reads the value. This extends its lifetime.
     *
     * @return the value; empty if there is none, or if it has expired. The {@code Uni} fails with {@link StoredValueException}
     *         if the store does not answer, and with {@link SessionValueException} if the stored value can't be converted to
     *         {@code T}.
     */
    Uni<Optional<T>> get();

    /**
     * Stores a snapshot of the value, taken when this method is called. If you change the object later, the stored value stays
     * as it was. The session refers to the new value only when the store has it, so after a failure the session still has the
     * former value.
     *
     * @param value the value, not null
     * @return completes when the session refers to the value. Subscribe to it before the response begins. It fails with
     *         {@link SessionValueException} if the value can't be stored; with {@link SessionTooLargeException} if the value
     *         has more bytes of JSON than {@code quarkus.user-session.stored-values.max-size}, or if the cookie has no room for
     *         the reference; with {@link StoredValueException} if the store does not answer, or if the session was destroyed
     *         meanwhile; and with {@link SessionCommittedException} if the response headers have been sent.
     */
    Uni<Void> set(T value);

    /**
     * Removes the value from the session, and then from the store. Does nothing if there is none.
     *
     * @return completes when the store has removed the value. It fails with {@link StoredValueException} if the store does not
     *         answer. Then the session no longer has the value. The extension tries again in the background to remove it. If
     *         that
     *         fails too, the store drops it when it expires. It fails with {@link SessionCommittedException} if the response
     *         headers have been sent.
     */
    Uni<Void> unset();

    /** Calls {@link #get} and waits for the result. Don't call it on an event loop. */
    default Optional<T> getAndAwait() {
        return get().await().indefinitely(); // the store has a timeout
    }

    /** Calls {@link #set} and waits until it is done. Don't call it on an event loop. */
    default void setAndAwait(T value) {
        set(value).await().indefinitely();
    }

    /** Calls {@link #unset} and waits until it is done. Don't call it on an event loop. */
    default void unsetAndAwait() {
        unset().await().indefinitely();
    }
}
