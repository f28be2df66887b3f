package io.quarkiverse.usersession.testing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.restassured.http.Cookie;
import io.restassured.response.Response;

/**
 * Creates and opens cookies of a session. Start with {@link TestSessions}.
 *
 * <pre>{@code
 * Cookie old = TestSessions.defaultSession().createdAgo(Duration.ofDays(30)).cookie(Map.of("userID", "u1"));
 * Cookie expired = TestSessions.defaultSession().maxAge(Duration.ofHours(1)).issuedAgo(Duration.ofHours(2)).cookie(Map.of());
 * }</pre>
 *
 * Objects of this class are immutable: each method that sets something returns a new object. Whatever you don't set is taken
 * from the application in this JVM. If there is none, as in a {@code @QuarkusIntegrationTest}, the defaults of the extension
 * are used, except that the secret has no default. These values are looked up when a cookie is created or opened, so you can
 * keep an object of this class in a constant.
 */
public final class SessionCookies {

    private static final SecureRandom RANDOM = new SecureRandom();

    static final SessionCookies DEFAULT = new SessionCookies(SessionSeal.DEFAULT, SessionAge.NEW, Map.of(), null);

    private final SessionSeal seal;
    private final SessionAge age;
    private final Map<String, Object> flash;
    private final SignedIn signedIn; // null if nobody is; its time is that of the cookie

    private SessionCookies(SessionSeal seal, SessionAge age, Map<String, Object> flash, SignedIn signedIn) {
        this.seal = seal;
        this.age = age;
        this.flash = flash;
        this.signedIn = signedIn;
    }

    /**
     * Uses a named session, as {@link TestSessions#named} does.
     *
     * @throws IllegalArgumentException if the name is empty, or if the application in this JVM has no such session
     */
    public SessionCookies named(String name) {
        return new SessionCookies(seal.named(notNull("name", name)), age, flash, signedIn);
    }

    /**
     * Creates and opens cookies with this secret only, as {@link TestSessions#withSecret} does.
     *
     * @throws IllegalArgumentException if the secret is empty
     */
    public SessionCookies withSecret(String secret) {
        return new SessionCookies(seal.withSecret(notNull("secret", secret)), age, flash, signedIn);
    }

    /**
     * Sets the name of the cookie. A cookie is valid only under its own name, so it must be the one that the application uses.
     *
     * @param cookieName the application's {@code quarkus.user-session.cookie.name}, including a prefix such as {@code __Host-}
     * @throws IllegalArgumentException if the name is empty
     */
    public SessionCookies cookieName(String cookieName) {
        return new SessionCookies(seal.withCookieName(notNull("cookieName", cookieName)), age, flash, signedIn);
    }

    /**
     * Makes the cookie as if it had been set with these attributes, which are stored in its encrypted part. The application
     * accepts the cookie whatever they are. If its own attributes differ, it sets the cookie again with its own, and removes
     * the cookie with these attributes.
     *
     * @param domain the former {@code quarkus.user-session.cookie.domain}, or null for a cookie of one host only
     * @param path the former {@code quarkus.user-session.cookie.path}, such as {@code /}
     * @param partitioned the former {@code quarkus.user-session.cookie.partitioned}
     */
    public SessionCookies cookieScope(String domain, String path, boolean partitioned) {
        CookieScope scope = new CookieScope(domain, notNull("path", path), partitioned);
        return new SessionCookies(seal.withScope(scope), age, flash, signedIn);
    }

    /** The name of the cookie. */
    public String cookieName() {
        return seal.cookieName();
    }

    /**
     * Makes the session as if it had been created that long ago. {@code quarkus.user-session.absolute-timeout} counts from this
     * time. By default, the session was created when its cookie was {@linkplain #issuedAgo issued}.
     *
     * @param age fractions of a second are dropped; a negative age is a time in the future
     */
    public SessionCookies createdAgo(Duration age) {
        return new SessionCookies(seal, this.age.createdAgo(notNull("age", age)), flash, signedIn);
    }

    /**
     * Makes the cookie as if it had been issued that long ago, when the application last wrote or renewed the session. The
     * lifetime of the session and {@code quarkus.user-session.renew-after} count from this time. By default, the cookie is
     * issued now.
     *
     * @param age fractions of a second are dropped; a negative age is a time in the future
     */
    public SessionCookies issuedAgo(Duration age) {
        return new SessionCookies(seal, this.age.issuedAgo(notNull("age", age)), flash, signedIn);
    }

    /**
     * Makes the session as if the application had given it this lifetime with
     * {@link io.quarkiverse.usersession.UserSession#maxAge UserSession.maxAge}. If it is longer than
     * {@code quarkus.user-session.max-age}, the application uses that one.
     *
     * @param maxAge at least one second; fractions of a second are dropped
     * @throws IllegalArgumentException if it is shorter than a second, or longer than a cookie can hold: 4,294,967,295 seconds,
     *         which is about 136 years
     */
    public SessionCookies maxAge(Duration maxAge) {
        return new SessionCookies(seal, age.maxAge(notNull("maxAge", maxAge)), flash, signedIn);
    }

    /**
     * Adds a value as if the application had stored it with {@link io.quarkiverse.usersession.UserSession#flash
     * UserSession.flash}.
     *
     * @param value a value of a type that a session can store, not null; {@link #cookie} checks this
     */
    public SessionCookies flash(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(flash);
        more.put(notNull("key", key), value);
        return new SessionCookies(seal, age, more, signedIn);
    }

    /**
     * Makes the session as if the application had signed the user in with
     * {@link io.quarkiverse.usersession.UserSession#signIn UserSession.signIn} when the cookie was {@linkplain #issuedAgo
     * issued}.
     *
     * <pre>{@code
     * given().cookie(TestSessions.defaultSession().signedIn("ada", "admin").cookie(Map.of())).get("/back-office");
     * }</pre>
     *
     * Each call creates a new sign-in with a new id, so make two calls for two devices of a user. All cookies that are created
     * with the result of one call belong to the same sign-in, like copies of a cookie.
     *
     * @param roles the roles of the user, none of them empty
     * @throws IllegalArgumentException if the principal or a role is empty
     */
    public SessionCookies signedIn(String principal, String... roles) {
        return new SessionCookies(seal, age, flash,
                new SignedIn(new SessionId(RANDOM.nextLong(), RANDOM.nextInt()).toString(), principal,
                        new LinkedHashSet<>(Arrays.asList(notNull("roles", roles))), 0));
    }

    /**
     * Sets the id of the sign-in, instead of the one that {@link #signedIn} has created.
     *
     * @param signInId 16 characters of base64url, as in {@link io.quarkiverse.usersession.UserSession#signInId}
     * @throws IllegalArgumentException if the id does not have this form
     * @throws IllegalStateException if nobody is signed in: call {@code signedIn} first
     */
    public SessionCookies signInId(String signInId) {
        notNull("signInId", signInId);
        if (signedIn == null) {
            throw new IllegalStateException("Nobody is signed in to this session: call signedIn(...) before signInId(...)");
        }
        return new SessionCookies(seal, age, flash,
                new SignedIn(signInId, signedIn.principal(), signedIn.roles(), signedIn.at()));
    }

    /**
     * Creates a cookie of a new session with this data.
     *
     * <pre>{@code
     * given().cookie(TestSessions.cookie(Map.of("userID", "u1", "visits", 41))).get("/");
     * }</pre>
     *
     * @param data the values by their keys, of types that a session can store, without nulls; empty for no values
     * @return a cookie with its name and value, but without attributes
     * @throws SessionValueException if a value can't be stored, as in the application
     * @throws SessionTooLargeException if browsers would not accept the cookie, as in the application
     * @throws IllegalStateException if there is no secret, because no application runs in this JVM and no secret was given
     * @throws IllegalArgumentException if the session would have been created after the cookie was issued, or at a time that a
     *         cookie can't hold (before 1970 or after 2106)
     */
    public Cookie cookie(Map<String, ?> data) {
        notNull("data", data);
        String cookieName = seal.cookieName();
        CookieFormat format = seal.format();
        Instant clock = RunningApplication.clock().instant();
        long now = clock.getEpochSecond();
        Map<String, Object> entries = new StoredValues(seal.session(), format).of(data, flash,
                signedIn == null ? null : signedIn.at(clock.minus(age.issuedAgo()).toEpochMilli()));
        return new Cookie.Builder(cookieName,
                format.seal(age.content(format.newId(), entries, now, seal.lifetimes().maxAge()))).build();
    }

    /**
     * Opens the session that a response sets. If the response has several cookies of this name, path and domain, the last one
     * counts, as in a browser.
     * <p>
     * REST Assured follows redirects. To open the cookie of a response that redirects, add
     * {@code given().redirects().follow(false)}.
     *
     * @return the session, even if it has expired
     * @throws AssertionError if the response sets no cookie of this session, or removes it, or if the cookie can't be opened
     * @throws IllegalStateException if there is no secret, because no application runs in this JVM and no secret was given
     */
    public OpenedSession open(Response response) {
        SentCookie cookie = SentCookie.in(notNull("response", response), cookieName()).orElseThrow(
                () -> new AssertionError("The response sets no session cookie '" + cookieName() + "'"));
        if (cookie.isExpired()) {
            throw new AssertionError("The response expires the session cookie '" + cookieName() + "', and sets no session");
        }
        return open(cookie.value());
    }

    /**
     * Opens the session in the value of a cookie.
     *
     * @param cookieValue the value without name and attributes, not null
     * @return the session, even if it has expired
     * @throws AssertionError if the cookie can't be opened, because it is damaged, or has another secret or cookie name
     * @throws IllegalStateException if there is no secret, because no application runs in this JVM and no secret was given
     */
    public OpenedSession open(String cookieValue) {
        notNull("cookieValue", cookieValue);
        OpenedCookie cookie = seal.format().open(cookieValue);
        if (cookie.isValid()) {
            return OpenedSession.of(cookie.content(), seal.lifetimes());
        }
        throw new AssertionError("The session cookie '" + cookieName() + "' can't be opened: " + switch (cookie.outcome()) {
            case UNKNOWN_KEY -> "it was sealed with another secret. " + seal.origin();
            case TOO_LONG -> "it is longer than a browser accepts";
            default -> "it is not a cookie of this extension, is damaged, or belongs to a session with another cookie name";
        });
    }

    /**
     * Opens the session in a cookie, such as one that {@link #cookie} has created.
     *
     * @param cookie a cookie of any name: only its value counts
     * @return the session, even if it has expired
     * @throws AssertionError if the cookie can't be opened, because it is damaged, or has another secret or cookie name
     * @throws IllegalStateException if there is no secret, because no application runs in this JVM and no secret was given
     */
    public OpenedSession open(Cookie cookie) {
        return open(notNull("cookie", cookie).getValue());
    }

    private static <T> T notNull(String parameter, T argument) {
        return Objects.requireNonNull(argument, parameter + " must not be null");
    }
}
