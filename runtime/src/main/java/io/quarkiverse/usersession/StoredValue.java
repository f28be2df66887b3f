package io.quarkiverse.usersession;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/**
 * One value of the session that is too large for a cookie. It is kept, sealed, in Redis or Valkey, and the session has only a
 * reference to it. Inject it with {@link SessionKey}; it needs the extension {@code quarkus-user-session-redis}, and the build
 * fails without it.
 *
 * <pre>
 * record Cart(List&lt;Line&gt; lines) {
 * }
 *
 * &#64;Inject
 * &#64;SessionKey("cart")
 * StoredValue&lt;Cart&gt; cart;
 *
 * &#64;POST
 * &#64;Path("/cart")
 * public Uni&lt;Void&gt; add(Line line) {
 *     return cart.get().flatMap(stored -&gt; cart.set(stored.orElse(Cart.EMPTY).with(line)));
 * }
 * </pre>
 *
 * <b>Lifetime.</b> A value lives as long as the session, and at most {@code quarkus.user-session.stored-values.max-age}, one
 * day by default, after the session last wrote its cookie or the value was last read. One that is gone is empty, never an
 * error. {@link UserSession#clear} and {@link UserSession#destroy} remove it too.
 * <p>
 * <b>Beside other values.</b> It is none of the values that {@link UserSession#get} reads, and a {@link SessionValue} may have
 * the same key.
 * <p>
 * <b>Two requests at a time.</b> Each writes a value of its own, and the response that comes last decides which one the session
 * has.
 * <p>
 * <b>Threads.</b> As with {@link SessionValue}: each method throws {@link IllegalStateException} where no request is being
 * served. All other failures are those of the {@code Uni}. A {@code Uni} does nothing before it is subscribed to, and its
 * result comes on the Vert.x context of the subscriber, if that has one. The methods whose names end with {@code AndAwait}
 * wait on a worker or virtual thread, and throw what the {@code Uni} would fail with.
 *
 * @param <T> the type of the value, as in {@link SessionValue}
 */
public interface StoredValue<T> {

    /**
     * Reads the value, and prolongs its life.
     *
     * @return the value; empty if there is none, or it is gone. Fails with {@link StoredValueException} if the store does not
     *         answer, and with {@link SessionValueException} if what is stored can't become a {@code T}.
     */
    Uni<Optional<T>> get();

    /**
     * Stores a value as it is when this method is called: later changes to the object change nothing. The session refers to it
     * only when the store has it, so a failure leaves the former value as it was.
     *
     * @param value the value, not null
     * @return completes when the session refers to the value. Subscribe to it before the response begins. Fails with
     *         {@link SessionValueException} if the value can't be stored, {@link SessionTooLargeException} if it has more bytes
     *         of JSON than {@code quarkus.user-session.stored-values.max-size} or the cookie has no room for the reference,
     *         {@link StoredValueException} if the store does not answer, or the session was destroyed meanwhile, and
     *         {@link SessionCommittedException} if the response headers have been sent.
     */
    Uni<Void> set(T value);

    /**
     * Removes the value from the session, and then from the store. Does nothing if there is none.
     *
     * @return completes when the store has removed it. Fails with {@link StoredValueException} if the store does not answer:
     *         the session no longer has the value then, and the store drops it when its time is over. Fails with
     *         {@link SessionCommittedException} if the response headers have been sent.
     */
    Uni<Void> unset();

    /** As {@link #get}, and waits for it. Not for event loops. */
    default Optional<T> getAndAwait() {
        return get().await().indefinitely(); // the store has a timeout
    }

    /** As {@link #set}, and waits for it. Not for event loops. */
    default void setAndAwait(T value) {
        set(value).await().indefinitely();
    }

    /** As {@link #unset}, and waits for it. Not for event loops. */
    default void unsetAndAwait() {
        unset().await().indefinitely();
    }
}
