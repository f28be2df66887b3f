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
 * Makes and opens the cookies of one session. Start with {@link TestSessions}.
 *
 * <pre>{@code
 * Cookie old = TestSessions.defaultSession().createdAgo(Duration.ofDays(30)).cookie(Map.of("userID", "u1"));
 * Cookie expired = TestSessions.defaultSession().maxAge(Duration.ofHours(1)).issuedAgo(Duration.ofHours(2)).cookie(Map.of());
 * }</pre>
 *
 * It never changes: each of the methods that set something returns another one. What is not set is as in the application that
 * runs in this JVM, and where none does, as in a {@code @QuarkusIntegrationTest}, it is the default of the extension. Only the
 * secret has none there. All of it is looked up when a cookie is made or opened, so a constant can keep one of these.
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
     * Those of a named session, as {@link TestSessions#named}.
     *
     * @throws IllegalArgumentException if the name is empty, or the application that runs in this JVM has no such session
     */
    public SessionCookies named(String name) {
        return new SessionCookies(seal.named(notNull("name", name)), age, flash, signedIn);
    }

    /**
     * Sealed with this secret, as {@link TestSessions#withSecret}, and opened with no other.
     *
     * @throws IllegalArgumentException if the secret is empty
     */
    public SessionCookies withSecret(String secret) {
        return new SessionCookies(seal.withSecret(notNull("secret", secret)), age, flash, signedIn);
    }

    /**
     * With this name of the cookie, which is sealed into it: with another one the application does not accept it.
     *
     * @param cookieName what {@code quarkus.user-session.cookie.name} is where the application runs, prefix included
     * @throws IllegalArgumentException if the name is empty
     */
    public SessionCookies cookieName(String cookieName) {
        return new SessionCookies(seal.withCookieName(notNull("cookieName", cookieName)), age, flash, signedIn);
    }

    /**
     * As if the cookie had been set with these attributes, which are sealed into it. The application opens it whatever they
     * are; if its own differ, it sets the cookie anew and expires the one of these attributes.
     *
     * @param domain what {@code quarkus.user-session.cookie.domain} was, or null for a cookie of one host only
     * @param path what {@code quarkus.user-session.cookie.path} was, such as {@code /}
     * @param partitioned what {@code quarkus.user-session.cookie.partitioned} was
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
     * As if the session had been created that long ago, which is what {@code quarkus.user-session.absolute-timeout} counts
     * from. Unless set, it was created when its cookie was {@linkplain #issuedAgo issued}.
     *
     * @param age fractions of a second are dropped; a negative one is a time in the future
     */
    public SessionCookies createdAgo(Duration age) {
        return new SessionCookies(seal, this.age.createdAgo(notNull("age", age)), flash, signedIn);
    }

    /**
     * As if the cookie had been issued that long ago, which is when the application last wrote or renewed the session: its
     * lifetime and {@code quarkus.user-session.renew-after} count from then. Unless set, it is issued now.
     *
     * @param age fractions of a second are dropped; a negative one is a time in the future
     */
    public SessionCookies issuedAgo(Duration age) {
        return new SessionCookies(seal, this.age.issuedAgo(notNull("age", age)), flash, signedIn);
    }

    /**
     * As if the application had given the session this lifetime with
     * {@link io.quarkiverse.usersession.UserSession#maxAge UserSession.maxAge}. A longer one than
     * {@code quarkus.user-session.max-age} counts as that in the application.
     *
     * @param maxAge at least one second; fractions of a second are dropped
     * @throws IllegalArgumentException if it is shorter than a second, or longer than a cookie can say: 4,294,967,295
     *         seconds, which is about 136 years
     */
    public SessionCookies maxAge(Duration maxAge) {
        return new SessionCookies(seal, age.maxAge(notNull("maxAge", maxAge)), flash, signedIn);
    }

    /**
     * As if the application had stored this value with {@link io.quarkiverse.usersession.UserSession#flash UserSession.flash}.
     *
     * @param value of a type that a session can store, not null; {@link #cookie} checks that
     */
    public SessionCookies flash(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(flash);
        more.put(notNull("key", key), value);
        return new SessionCookies(seal, age, more, signedIn);
    }

    /**
     * As if the application had signed the user in with {@link io.quarkiverse.usersession.UserSession#signIn
     * UserSession.signIn} when the cookie was {@linkplain #issuedAgo issued}.
     *
     * <pre>{@code
     * given().cookie(TestSessions.defaultSession().signedIn("ada", "admin").cookie(Map.of())).get("/back-office");
     * }</pre>
     *
     * Each call is a sign-in of its own, with an id of its own: two devices of a user are two calls. All cookies that are made
     * with what it returns are of this sign-in, as copies of a cookie are.
     *
     * @param roles none, or some that are not empty
     * @throws IllegalArgumentException if the principal or a role is empty
     */
    public SessionCookies signedIn(String principal, String... roles) {
        return new SessionCookies(seal, age, flash,
                new SignedIn(new SessionId(RANDOM.nextLong(), RANDOM.nextInt()).toString(), principal,
                        new LinkedHashSet<>(Arrays.asList(notNull("roles", roles))), 0));
    }

    /**
     * With this id of the sign-in, in place of the one that {@link #signedIn} has made.
     *
     * @param signInId 16 characters of base64url, as {@link io.quarkiverse.usersession.UserSession#signInId}
     * @throws IllegalArgumentException if it is of another form
     * @throws IllegalStateException if nobody is signed in: call {@code signedIn} before
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
     * Makes a cookie with a session of this data, which has an id of its own.
     *
     * <pre>{@code
     * given().cookie(TestSessions.cookie(Map.of("userID", "u1", "visits", 41))).get("/");
     * }</pre>
     *
     * @param data the values by their keys, of the types that a session can store, without nulls; empty for none
     * @return name and value of the cookie, without attributes
     * @throws SessionValueException if a value can't be stored, as in the application
     * @throws SessionTooLargeException if a browser would not accept the cookie, as in the application
     * @throws IllegalStateException if there is no secret: no application runs in this JVM, and none was given
     * @throws IllegalArgumentException if the session would have been created after the cookie was issued, or at a time that a
     *         cookie can't say (before 1970, after 2106)
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
     * Opens the session that a response sets. Of several cookies of this name, path and domain the last one counts, as in a
     * browser.
     * <p>
     * REST Assured follows redirects. For the cookie of the response that redirects, turn that off with
     * {@code given().redirects().follow(false)}.
     *
     * @return the session, whether or not it has expired
     * @throws AssertionError if the response sets no cookie of this session, or expires it, or it can't be opened
     * @throws IllegalStateException if there is no secret: no application runs in this JVM, and none was given
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
     * @param cookieValue without name and attributes, not null
     * @return the session, whether or not it has expired
     * @throws AssertionError if it can't be opened: it is damaged, or has another secret or cookie name than this
     * @throws IllegalStateException if there is no secret: no application runs in this JVM, and none was given
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
            default -> "it is no cookie of this extension, is damaged, or belongs to a session with another cookie name";
        });
    }

    /**
     * Opens the session in a cookie, such as one that {@link #cookie} has made.
     *
     * @param cookie of any name: only its value counts
     * @return the session, whether or not it has expired
     * @throws AssertionError if it can't be opened: it is damaged, or has another secret or cookie name than this
     * @throws IllegalStateException if there is no secret: no application runs in this JVM, and none was given
     */
    public OpenedSession open(Cookie cookie) {
        return open(notNull("cookie", cookie).getValue());
    }

    private static <T> T notNull(String parameter, T argument) {
        return Objects.requireNonNull(argument, parameter + " must not be null");
    }
}
