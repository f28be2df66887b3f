package io.quarkiverse.usersession;

import java.util.Optional;

/**
 * One value of the session of the user who sent the current request. Inject it with {@link SessionKey}. It holds no data
 * itself. Its methods call those of {@link UserSession} with one key and one type, so both always see the same value.
 *
 * <pre>
 * record Cart(List&lt;String&gt; products) {
 * }
 *
 * &#64;Inject
 * &#64;SessionKey("cart")
 * SessionValue&lt;Cart&gt; cart;
 *
 * &#64;GET
 * &#64;Path("/cart")
 * public Cart show() {
 *     return cart.get().orElse(new Cart(List.of()));
 * }
 *
 * &#64;PUT
 * &#64;Path("/cart")
 * public void replace(Cart changed) {
 *     cart.set(changed);
 * }
 * </pre>
 *
 * <b>Type.</b> {@code T} is one of the types that {@link UserSession} lists, without wildcards and type variables. The build
 * fails for any other type. It also fails if the type needs the extension quarkus-jackson and that is missing. You don't have
 * to register the class for a native executable.
 * <p>
 * <b>Threads.</b> You can inject it anywhere and use it while a request is being served, as with {@link UserSession}.
 * Everywhere else each of its methods throws {@link IllegalStateException}.
 *
 * @param <T> the type of the value
 */
public interface SessionValue<T> {

    /**
     * Reads the value, as {@link UserSession#get(String, Class)} does. Reading a flash value removes it.
     *
     * @return the value, or empty if there is none
     * @throws SessionValueException if the stored value can't be converted to {@code T}, for example because an earlier release
     *         of the application stored it. The value stays until {@link #set} replaces it or {@link #unset} removes it. The
     *         rest of the session is not affected.
     */
    Optional<T> get();

    /**
     * Stores a snapshot of the value, as {@link UserSession#set} does. If you change the object later, the stored value stays
     * as it was.
     *
     * @param value the value, not null
     * @throws SessionValueException if the value, or one inside it, can't be stored, or could not be read back as a {@code T};
     *         the session is unchanged
     * @throws SessionTooLargeException if the cookie would be larger than browsers accept; the session is unchanged
     * @throws SessionCommittedException if the response headers have been sent
     */
    void set(T value);

    /**
     * Removes the value, and a flash value too, as {@link UserSession#unset} does. Does nothing if there is none.
     *
     * @throws SessionCommittedException if the response headers have been sent
     */
    void unset();

    /**
     * Tells whether there is a value, as {@link UserSession#has} does, even if it can't be converted to {@code T}. This does
     * not remove a flash value.
     */
    boolean isPresent();
}
