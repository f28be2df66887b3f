package io.quarkiverse.usersession;

import java.util.Optional;

/**
 * One value of the session of the user who sent the current request. Inject it with {@link SessionKey}. It holds nothing
 * itself: its methods are those of {@link UserSession} for one key and one type, and both always see the same.
 *
 * <pre>
 * record Cart(List&lt;Line&gt; lines) {
 * }
 *
 * &#64;Inject
 * &#64;SessionKey("cart")
 * SessionValue&lt;Cart&gt; cart;
 *
 * &#64;POST
 * &#64;Path("/cart")
 * public void add(Line line) {
 *     cart.set(cart.get().orElse(Cart.EMPTY).with(line));
 * }
 * </pre>
 *
 * <b>Type.</b> {@code T} is one of the types that {@link UserSession} lists, without wildcards and type variables. The build
 * fails for any other, and for one that needs the extension quarkus-jackson where that is missing. In a native executable the
 * class needs no registration.
 * <p>
 * <b>Threads.</b> As with {@link UserSession}: it can be injected anywhere and used while a request is being served. Everywhere
 * else each of its methods throws {@link IllegalStateException}.
 *
 * @param <T> the type of the value
 */
public interface SessionValue<T> {

    /**
     * Reads the value, as {@link UserSession#get(String, Class)} does. A flash value is gone once it has been read.
     *
     * @return the value, or empty if there is none
     * @throws SessionValueException if what is stored can't become a {@code T}, such as the value that an earlier release of
     *         the application has stored. It stays until {@link #set} replaces it or {@link #unset} removes it, and nothing
     *         else of the session is affected.
     */
    Optional<T> get();

    /**
     * Stores a snapshot of a value as it is now, as {@link UserSession#set} does: later changes to the object change nothing.
     *
     * @param value the value, not null
     * @throws SessionValueException if the value, or one inside it, can't be stored, or could not be read back as a {@code T};
     *         the session is unchanged
     * @throws SessionTooLargeException if the cookie would be larger than a browser accepts; the session is unchanged
     * @throws SessionCommittedException if the response headers have been sent
     */
    void set(T value);

    /**
     * Removes the value, a flash value included, as {@link UserSession#unset} does. Does nothing if there is none.
     *
     * @throws SessionCommittedException if the response headers have been sent
     */
    void unset();

    /**
     * Tells whether there is a value, as {@link UserSession#has} does. It may be one that can't become a {@code T}. Nothing is
     * consumed.
     */
    boolean isPresent();
}
