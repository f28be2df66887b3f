package io.quarkiverse.usersession;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.util.TypeLiteral;

/**
 * The session of the user who sent the current request. Its data is in one encrypted and authenticated cookie. The server
 * stores nothing, unless the application uses {@link SignInStore} or {@link StoredValue}. So every replica with the same secret
 * can serve every request.
 *
 * <pre>
 * &#64;Inject
 * UserSession session;
 *
 * &#64;POST
 * &#64;Path("/login")
 * public Response login(&#64;FormParam("name") String name) {
 *     session.renew().set("userID", name).flash("message", "Welcome!");
 *     return Response.seeOther(URI.create("/")).build();
 * }
 * </pre>
 *
 * <b>Reading.</b> The cookie is decrypted when a request first uses its session. If the request never does, the cookie is not
 * decrypted. A missing, damaged, forged or expired cookie is not an error: the session is then {@linkplain #isNew() new} and
 * empty.
 * <p>
 * <b>Writing.</b> Changes are sent with the response headers, whatever the status of the response. Once the headers have been
 * sent, for example after the first item of a stream, the session can still be read, but every method that changes it throws
 * {@link SessionCommittedException}. If a page of another origin has sent the request, these methods throw
 * {@link SessionCrossOriginException}. If two requests change the same session at the same time, the response that the browser
 * receives last wins, and the other change is lost. That is so for every session kept in a cookie.
 * <p>
 * <b>Values.</b> {@code String}, {@code Boolean}, the boxed numbers, {@code BigInteger}, {@code BigDecimal}, {@code Instant},
 * {@code Duration}, {@code UUID}, enums, {@code byte[]}, and {@code List}, {@code Set} and {@code Map<String, ?>} of these.
 * With the extension quarkus-jackson, records and other classes can be values too. The application's {@code ObjectMapper}
 * converts them, and for a native executable their classes need {@link SessionData}. {@link SessionValue} injects a single
 * value with its type. Null is not a value: use {@link #unset} to remove a value. The cookie holds about 2,990 bytes of JSON,
 * including keys.
 * <p>
 * <b>Threads.</b> Several threads of the same request may use its session. An injected session works where an HTTP request is
 * being served, and on threads to which a {@code ManagedExecutor} or Mutiny's {@code emitOn} has taken that request. Everywhere
 * else each of its methods throws {@link IllegalStateException}. Use {@link SessionStorage} there.
 */
public interface UserSession {

    /**
     * The identifier of this session: 96 random bits as 16 characters of base64url (RFC 4648 §5). It stays the same until
     * {@link #renew()} or {@link #destroy()}. Reading it does not change the session: if nothing is stored in a
     * {@linkplain #isNew() new} session, its identifier is forgotten after the request.
     *
     * @return the identifier, never null
     */
    String id();

    /**
     * Reads a text. This is short for {@code get(key, String.class)}.
     *
     * @param key the key: any text, but not null
     * @return the value, or empty if there is none
     * @throws SessionValueException if the value is not a text
     */
    default Optional<String> get(String key) {
        return get(key, String.class);
    }

    /**
     * Reads a value. Reading a value that was stored with {@link #flash} removes it.
     *
     * <pre>{@code
     * int visits = session.get("visits", Integer.class).orElse(0);
     * }</pre>
     *
     * A number can be read as another number type if it fits. {@code List}, {@code Set} and {@code Map} are unmodifiable and
     * hold plain JSON types (see {@link #data()}).
     *
     * @param key the key: any text, but not null
     * @param type the type to read: one that can be stored, or {@code Object} for the plain JSON type
     * @return the value, or empty if there is none
     * @throws SessionValueException if the value can't be converted to {@code type}; a flash value is not removed then
     */
    <T> Optional<T> get(String key, Class<T> type);

    /**
     * Reads a value of a type with type arguments. Apart from that, it works like {@link #get(String, Class)}.
     *
     * <pre>{@code
     * List<Instant> visits = session.get("visits", new TypeLiteral<List<Instant>>() {
     * }).orElse(List.of());
     * }</pre>
     *
     * @param key the key: any text, but not null
     * @param type the type to read
     * @return the value, or empty if there is none
     * @throws SessionValueException if the value can't be converted to {@code type}; a flash value is not removed then
     */
    <T> Optional<T> get(String key, TypeLiteral<T> type);

    /**
     * Stores a snapshot of a value. If you change the object later, the stored value stays as it was. Storing a value that is
     * equal to the stored one changes nothing and causes no {@code Set-Cookie}.
     *
     * @param key the key: any text, but not null
     * @param value the value, of one of the types listed above, not null
     * @return this session
     * @throws SessionValueException if the type of the value, or of one inside it, can't be stored, or if an object could be
     *         written but not read back as its class; the session is unchanged
     * @throws SessionTooLargeException if the cookie would be larger than browsers accept; the session is unchanged
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession set(String key, Object value);

    /**
     * Tells whether {@link #get} would find a value, including a flash value. This does not remove a flash value.
     *
     * @param key the key: any text, but not null
     */
    boolean has(String key);

    /**
     * Removes the value under a key, and a flash value too. Does nothing if there is none.
     *
     * @param key the key: any text, but not null
     * @return this session
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession unset(String key);

    /**
     * Removes all values, including those of each {@link StoredValue}. The session itself stays, with its {@link #id()},
     * {@link #createdAt()} and {@link #maxAge}, and the user stays signed in. To sign a user out, use {@link #signOut()}.
     *
     * @return this session
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession clear();

    /**
     * Stores a value that can be read once, in this request or a later one. It is mostly used for a message that is shown after
     * a redirect. If {@link #set} has stored a value under the same key, {@link #get} returns that value first.
     *
     * <pre>{@code
     * session.flash("message", "Your profile was saved");
     * return Response.seeOther(URI.create("/profile")).build();
     * }</pre>
     *
     * A {@code HEAD} request does not remove flash values, because nobody sees its page. A response that takes more than two
     * seconds and changes nothing else doesn't remove them either, so a message may then be shown twice.
     *
     * @param key the key: any text, but not null
     * @param value the value, as for {@link #set}
     * @return this session
     * @throws SessionValueException if the type of the value, or of one inside it, can't be stored; the session is unchanged
     * @throws SessionTooLargeException if the cookie would be larger than browsers accept; the session is unchanged
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession flash(String key, Object value);

    /**
     * All values as plain JSON types: {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code BigInteger},
     * {@code BigDecimal}, {@code List} and {@code Map}. Flash values are included, and stay in the session. The content of a
     * {@link StoredValue} is not included.
     *
     * @return an unmodifiable copy, never null; it does not reflect later changes of the session
     */
    Map<String, Object> data();

    /**
     * Tells whether the request brought no valid session, or whether its session has been {@linkplain #destroy() destroyed}.
     */
    boolean isNew();

    /** Tells whether the session holds no values at all: no flash values, and no {@link StoredValue} either. */
    boolean isEmpty();

    /**
     * The time at which this session was first created, to the second. It stays the same when the session is changed or
     * {@linkplain #renew() renewed}.
     *
     * @return the time, never null
     */
    Instant createdAt();

    /**
     * The time at which this session expires, to the second. The lifetime counts from the response that last wrote or renewed
     * the session. That is the current response if the session has been changed, or if its renewal is due. With a sign-in
     * store, the lifetime counts from the check of the sign-in if the response takes longer than 20 seconds. The time is never
     * later than {@code quarkus.user-session.absolute-timeout} after {@link #createdAt()}.
     *
     * @return the time, never null
     */
    Instant expiresAt();

    /**
     * Gives this session a lifetime of its own, instead of {@code quarkus.user-session.max-age}. The lifetime starts with this
     * response, and again with each later change or renewal.
     *
     * <pre>{@code
     * session.maxAge(rememberMe ? Duration.ofDays(30) : Duration.ofHours(8));
     * }</pre>
     *
     * @param maxAge the lifetime, at least one second (fractions of a second are dropped); if it is longer than the configured
     *        {@code max-age}, that one is used
     * @return this session
     * @throws IllegalArgumentException if the lifetime is shorter than a second
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession maxAge(Duration maxAge);

    /**
     * Gives the session a new {@link #id()} and a fresh lifetime, and keeps its data. Call it whenever the privileges of the
     * user change, at the latest at sign-in. The absolute timeout still counts from {@link #createdAt()}.
     *
     * @return this session
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession renew();

    /**
     * Ends the session. All its data is removed, and the response tells the browser to remove the cookie. A later {@link #set}
     * in the same request starts a new session.
     * <p>
     * A copy of the cookie that somebody made earlier stays valid until it expires, because the server does not remember
     * sessions. If that matters, keep lifetimes short, or add a {@link SignInStore}. With a store, the sign-in of this session
     * ends too, at once on this replica and soon on the others. The response doesn't wait for the store. To wait for it, use
     * {@link SignIns}.
     *
     * @throws SessionCommittedException if the response headers have been sent
     */
    void destroy();

    /**
     * Signs a user in. From the next request on, {@code SecurityIdentity}, {@code @Authenticated}, {@code @RolesAllowed} and
     * {@code quarkus.http.auth.permission} use this principal and these roles.
     * <p>
     * The session gets a new {@link #id()} and a fresh lifetime, as with {@link #renew()}. It keeps its data if nobody was
     * signed in, or if the same user signs in again. If another user is signed in, the session first ends as with
     * {@link #destroy()}, so store what the new user needs after this call.
     * <p>
     * With a {@link SignInStore}, the former sign-in of this session ends: ten seconds later if it is the same user, so that
     * requests in progress are still served, and at once if it is another user.
     *
     * <pre>{@code
     * User user = users.check(name, password);
     * session.signIn(user.name(), user.roles());
     * return Response.seeOther(session.takeWantedLocation().orElse(URI.create("/"))).build();
     * }</pre>
     *
     * The session keeps these roles until the user signs in again. To revoke them earlier, see {@link SignInValidator}. The
     * principal and the roles are not among the {@linkplain #data() values}, and {@link #clear()} does not remove them.
     * <p>
     * The application must be built with {@code quarkus.user-session.sign-in.enabled=true} and the extension quarkus-security.
     * Only the default session can sign users in.
     *
     * @param principal the name of the user, not null and not empty
     * @param roles their roles, none of them null or empty; an empty set for none
     * @return this session
     * @throws NullPointerException if the principal, the roles or one of them is null; the message says which
     * @throws IllegalArgumentException if the principal or a role is empty
     * @throws IllegalStateException if sign-in is disabled, or this is a named session
     * @throws SessionTooLargeException if the cookie would be larger than browsers accept; the session is unchanged
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession signIn(String principal, Set<String> roles);

    /**
     * The id of the current sign-in. It identifies this sign-in in the list of {@link SignIns}. It consists of 96 random bits
     * that {@link #signIn} creates, and stays the same when the session is {@linkplain #renew() renewed}.
     *
     * @return 16 characters of base64url (RFC 4648 §5); empty if nobody is signed in
     */
    Optional<String> signInId();

    /**
     * The time at which the user signed in, to the millisecond, by the clock of the replica that served the sign-in.
     *
     * @return empty if nobody is signed in
     */
    Optional<Instant> signedInAt();

    /**
     * Signs the user out. This does the same as {@link #destroy()}, so it leaves nothing for the next user of the browser.
     *
     * @throws SessionCommittedException if the response headers have been sent
     */
    default void signOut() {
        destroy();
    }

    /**
     * Tells whether a protected page sent this browser to {@code quarkus.user-session.sign-in.login-page} in the last ten
     * minutes, and nobody has {@linkplain #takeWantedLocation() taken} the wanted location yet. A login page can use it to
     * decide whether to show itself to a user who is already signed in: users who were sent there must sign in again, others
     * need not.
     *
     * <pre>{@code
     * if (!identity.isAnonymous() && !session.isSignInWanted()) {
     *     return Response.seeOther(URI.create("/")).build();
     * }
     * }</pre>
     *
     * @return false for a named session, if sign-in is disabled, and if there is no request
     */
    boolean isSignInWanted();

    /**
     * Takes the location that the browser wanted when it was sent to {@code quarkus.user-session.sign-in.login-page}. If the
     * browser had submitted a form, this is the page with that form.
     * <p>
     * The location is returned only once. It is an absolute URI (RFC 3986 §4.3) of this application, with the scheme and host
     * of the current request. You can pass it to {@code Response.seeOther} unchanged, even if the application has a
     * {@code quarkus.http.root-path}, a {@code quarkus.rest.path} or a proxy with a prefix.
     * <p>
     * It is kept for ten minutes, in an encrypted cookie of its own. So nobody can make a link that leads to another site after
     * the sign-in, and a link on another site doesn't change the session. The response to this request removes that cookie,
     * unless its headers have been sent, or the request is a {@code HEAD} request.
     *
     * @return the location; empty if the user opened the login page on their own, or if the location was not kept because it
     *         has more than 512 characters (encoded) or is not a valid path of this host
     */
    Optional<URI> takeWantedLocation();
}
