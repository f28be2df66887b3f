package io.quarkiverse.usersession;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.util.TypeLiteral;

/**
 * The session of the user who sent the current request. Its data travels in one encrypted, authenticated cookie: nothing is
 * stored on the server, except what an application asks for with {@link SignInStore} and {@link StoredValue}, and every replica
 * that has the same secret serves every request.
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
 * <b>Reading.</b> The cookie is decrypted when the session is first used in a request, and never if it is not. A missing,
 * damaged, forged or expired cookie is no error: the session is then {@linkplain #isNew() new} and empty.
 * <p>
 * <b>Writing.</b> Changes are sent with the response headers, whatever the status of the response. Afterwards, for example in
 * a stream after its first item, reading still works and every method that changes the session throws
 * {@link SessionCommittedException}. In a request that a page of another origin has sent, they throw
 * {@link SessionCrossOriginException}. When two requests change the same session at the same time, the response that the
 * browser receives last wins: that is the nature of a session kept in a cookie.
 * <p>
 * <b>Values.</b> {@code String}, {@code Boolean}, the boxed numbers, {@code BigInteger}, {@code BigDecimal}, {@code Instant},
 * {@code Duration}, {@code UUID}, enums, {@code byte[]}, and {@code List}, {@code Set} and {@code Map<String, ?>} of these.
 * With the extension quarkus-jackson also records and other classes, through the application's {@code ObjectMapper}; a native
 * executable must know those as {@link SessionData}. {@link SessionValue} injects a single value with its type.
 * Null is not a value: {@link #unset} removes one. The cookie holds about 2,990 bytes of JSON, keys included.
 * <p>
 * <b>Threads.</b> One session may be used by several threads of the same request. An injected session can be called where an
 * HTTP request is being served, and on threads to which a {@code ManagedExecutor} or Mutiny's {@code emitOn} has taken that
 * request. Everywhere else each of its methods throws {@link IllegalStateException}; use {@link SessionStorage} there.
 */
public interface UserSession {

    /**
     * The identifier of this session: 96 random bits as 16 characters of base64url (RFC 4648 §5). It stays the same until
     * {@link #renew()} or {@link #destroy()}. Asking for it changes nothing: the identifier of a {@linkplain #isNew() new}
     * session to which nothing is written is forgotten with the request.
     *
     * @return the identifier, never null
     */
    String id();

    /**
     * Reads a text. Short for {@code get(key, String.class)}.
     *
     * @param key the key, any text but null
     * @return the value, or empty if there is none
     * @throws SessionValueException if the value is not a text
     */
    default Optional<String> get(String key) {
        return get(key, String.class);
    }

    /**
     * Reads a value. A value stored with {@link #flash} is gone once it has been read.
     *
     * <pre>{@code
     * int visits = session.get("visits", Integer.class).orElse(0);
     * }</pre>
     *
     * Numbers convert to each other if the value fits. {@code List}, {@code Set} and {@code Map} are unmodifiable and hold
     * plain JSON types (see {@link #data()}).
     *
     * @param key the key, any text but null
     * @param type the wanted type: one of those that can be stored, or {@code Object} for the plain JSON type
     * @return the value, or empty if there is none
     * @throws SessionValueException if the value can't become a {@code type}; a flash value then stays
     */
    <T> Optional<T> get(String key, Class<T> type);

    /**
     * Reads a value of a type with type arguments. Otherwise as {@link #get(String, Class)}.
     *
     * <pre>{@code
     * List<Instant> visits = session.get("visits", new TypeLiteral<List<Instant>>() {
     * }).orElse(List.of());
     * }</pre>
     *
     * @param key the key, any text but null
     * @param type the wanted type
     * @return the value, or empty if there is none
     * @throws SessionValueException if the value can't become a {@code type}; a flash value then stays
     */
    <T> Optional<T> get(String key, TypeLiteral<T> type);

    /**
     * Stores a snapshot of a value as it is now: later changes to the object change nothing. A value equal to the stored one
     * is no change and causes no {@code Set-Cookie}.
     *
     * @param key the key, any text but null
     * @param value the value, of one of the types listed above, not null
     * @return this session
     * @throws SessionValueException if the type of the value, or of one inside it, can't be stored, or an object could be
     *         written and not read back as its class; the session is unchanged
     * @throws SessionTooLargeException if the cookie would be larger than a browser accepts; the session is unchanged
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession set(String key, Object value);

    /**
     * Tells whether {@link #get} would find a value, flash values included. Nothing is consumed.
     *
     * @param key the key, any text but null
     */
    boolean has(String key);

    /**
     * Removes the value of a key, a flash value included. Does nothing if there is none.
     *
     * @param key the key, any text but null
     * @return this session
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession unset(String key);

    /**
     * Removes all values, those of each {@link StoredValue} too, and keeps the session itself: its {@link #id()},
     * {@link #createdAt()} and {@link #maxAge} stay. To
     * sign a user out use {@link #destroy()}.
     *
     * @return this session
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession clear();

    /**
     * Stores a value that is readable until it is read once, in this request or a later one: the classic use is a message
     * shown after a redirect. A value stored under the same key with {@link #set} is read first.
     *
     * <pre>{@code
     * session.flash("message", "Your profile was saved");
     * return Response.seeOther(URI.create("/profile")).build();
     * }</pre>
     *
     * A request of the method {@code HEAD} consumes none, as nobody sees the page. An answer that takes more than two seconds
     * and changes nothing else leaves the value to the next request too, so it may be shown twice.
     *
     * @param key the key, any text but null
     * @param value the value, as for {@link #set}
     * @return this session
     * @throws SessionValueException if the type of the value, or of one inside it, can't be stored; the session is unchanged
     * @throws SessionTooLargeException if the cookie would be larger than a browser accepts; the session is unchanged
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession flash(String key, Object value);

    /**
     * All values as plain JSON types: {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code BigInteger},
     * {@code BigDecimal}, {@code List} and {@code Map}. Flash values are included and not consumed; what
     * a {@link StoredValue} holds is not among them.
     *
     * @return an unmodifiable snapshot, never null; later changes of the session don't show in it
     */
    Map<String, Object> data();

    /**
     * Tells whether the request brought no valid session, or the one it brought has been {@linkplain #destroy() destroyed}.
     */
    boolean isNew();

    /** Tells whether the session holds no values: no flash values either, and none of a {@link StoredValue}. */
    boolean isEmpty();

    /**
     * The time this session was first created, to the second. Neither a change nor {@link #renew()} moves it.
     *
     * @return the time, never null
     */
    Instant createdAt();

    /**
     * The time this session expires, to the second: its lifetime after the response that last wrote or renewed it, which is
     * this one if something has been changed or a renewal is due, and never later than
     * {@code quarkus.user-session.absolute-timeout} after {@link #createdAt()}.
     *
     * @return the time, never null
     */
    Instant expiresAt();

    /**
     * Gives this session a lifetime of its own, instead of {@code quarkus.user-session.max-age}. It starts with this response
     * and with each later change or renewal, and is kept across them.
     *
     * <pre>{@code
     * session.maxAge(rememberMe ? Duration.ofDays(30) : Duration.ofHours(8));
     * }</pre>
     *
     * @param maxAge the lifetime, at least one second (fractions of a second are dropped); a longer one than the configured
     *        {@code max-age} counts as that
     * @return this session
     * @throws IllegalArgumentException if the lifetime is shorter than a second
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession maxAge(Duration maxAge);

    /**
     * Gives the session a new {@link #id()} and a fresh lifetime and keeps its data. Call it when the privileges of the user
     * change, at the latest when they sign in. The absolute timeout still counts from {@link #createdAt()}.
     *
     * @return this session
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession renew();

    /**
     * Ends the session: all data is gone and the browser is told to remove the cookie. A later {@link #set} in the same request
     * starts a new session.
     * <p>
     * A copy of the cookie made before stays valid until it expires, as no server remembers it. Where that matters, keep
     * lifetimes short, or add a {@link SignInStore}: with one, the sign-in of this session ends as well, at once on this
     * replica and soon on the others. The response doesn't wait for that; see {@link SignIns} for what does.
     *
     * @throws SessionCommittedException if the response headers have been sent
     */
    void destroy();

    /**
     * Signs a user in: from the next request on, {@code SecurityIdentity}, {@code @Authenticated}, {@code @RolesAllowed} and
     * {@code quarkus.http.auth.permission} go by this principal and these roles. The session gets a new {@link #id()} and a
     * fresh lifetime, as by {@link #renew()}. The data of an anonymous visitor stays, and so does that of the same user who
     * signs in again. While another user is signed in, the session first ends as by {@link #destroy()}: store what the new
     * user needs after this call. With a {@link SignInStore}, the former sign-in of the same user ends ten seconds later, so
     * that requests under way are still served, and that of another user ends at once.
     *
     * <pre>{@code
     * User user = users.check(name, password);
     * session.signIn(user.name(), user.roles());
     * return Response.seeOther(session.takeWantedLocation().orElse(URI.create("/"))).build();
     * }</pre>
     *
     * The roles stay as they are now until the user signs in again. To revoke them earlier, see {@link SignInValidator}. Who is
     * signed in is not among the {@linkplain #data() values}, and {@link #clear()} leaves it.
     * <p>
     * It needs {@code quarkus.user-session.sign-in.enabled=true} when the application is built, and the extension
     * quarkus-security. Only the default session signs users in.
     *
     * @param principal the name of the user, not null and not empty
     * @param roles their roles, none of them null or empty; an empty set for none
     * @return this session
     * @throws NullPointerException if the principal, the roles or one of them is null; the message names it
     * @throws IllegalArgumentException if the principal or a role is empty
     * @throws IllegalStateException if sign-in is off, or this is a named session
     * @throws SessionTooLargeException if the cookie would be larger than a browser accepts; the session is unchanged
     * @throws SessionCommittedException if the response headers have been sent
     */
    UserSession signIn(String principal, Set<String> roles);

    /**
     * Identifies the present sign-in among those of the user, as {@link SignIns} lists them: 96 random bits that
     * {@link #signIn} makes, and that stay the same when the session is {@linkplain #renew() renewed}.
     *
     * @return 16 characters of base64url (RFC 4648 §5); empty if nobody is signed in
     */
    Optional<String> signInId();

    /**
     * When the user signed in, to the millisecond, by the clock of the replica that did it.
     *
     * @return empty if nobody is signed in
     */
    Optional<Instant> signedInAt();

    /**
     * Signs the user out: the same as {@link #destroy()}, so that nothing of theirs is left for the next user of the browser.
     *
     * @throws SessionCommittedException if the response headers have been sent
     */
    default void signOut() {
        destroy();
    }

    /**
     * Tells whether this browser was sent to {@code quarkus.user-session.sign-in.login-page} in the last ten minutes, and where
     * it wanted to go has not been {@linkplain #takeWantedLocation() taken} yet. A login page uses it to decide whether to show
     * itself to a user who is already signed in: one who was sent there has to sign in, others do not.
     *
     * <pre>{@code
     * if (!identity.isAnonymous() && !session.isSignInWanted()) {
     *     return Response.seeOther(URI.create("/")).build();
     * }
     * }</pre>
     *
     * @return false for a named session, where sign-in is off, and where there is no request
     */
    boolean isSignInWanted();

    /**
     * Takes the location that the browser wanted when it was sent to {@code quarkus.user-session.sign-in.login-page}; if it had
     * submitted a form, the page with that form. It is returned once, as the absolute address of a page of this application
     * (RFC 3986 §4.3) with scheme and host of the current request, so it is right in {@code Response.seeOther} wherever the
     * application is: behind {@code quarkus.http.root-path}, {@code quarkus.rest.path} or a proxy's prefix.
     * <p>
     * It is kept for ten minutes, in a sealed cookie of its own: nobody can make a link that leads to another site after the
     * sign-in, and a link on another site doesn't touch the session. The response to this request removes the cookie, unless
     * its headers have been sent, or it is one to a {@code HEAD} request.
     *
     * @return the location, or empty if the user came to sign in by themselves, or it could not be kept, because it is longer
     *         than
     *         512 characters (encoded) or not a valid path of this host
     */
    Optional<URI> takeWantedLocation();
}
