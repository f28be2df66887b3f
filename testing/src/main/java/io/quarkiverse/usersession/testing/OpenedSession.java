package io.quarkiverse.usersession.testing;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.util.TypeLiteral;

import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.runtime.values.Conversion;
import io.quarkiverse.usersession.runtime.values.UnsuitableValueException;

/**
 * The content of a session cookie. All times are exact to the second, except that of the sign-in.
 *
 * <pre>{@code
 * OpenedSession session = TestSessions.open(response);
 *
 * assertThat(session.data()).containsEntry("userID", "u1");
 * assertThat(session.maxAge()).isEqualTo(Duration.ofHours(8));
 * }</pre>
 *
 * @param id the id of the session, 16 characters
 * @param data the values in plain JSON types, including flash values, as
 *        {@link io.quarkiverse.usersession.UserSession#data()} returns them; unmodifiable
 * @param flashKeys the keys of the flash values; unmodifiable
 * @param createdAt when the session was first created
 * @param issuedAt when this cookie was written
 * @param expiresAt when the application stops accepting the cookie: {@code maxAge} after {@code issuedAt}, or earlier if the
 *        configuration of the application in this JVM says so. The configuration of an application in another process is not
 *        known here
 * @param maxAge the lifetime in the cookie
 * @param principal the name of the signed-in user; empty if nobody is signed in
 * @param roles the roles of the signed-in user; empty if nobody is signed in; unmodifiable
 * @param signInId the id of the sign-in, 16 characters; empty if nobody is signed in
 * @param signedInAt when the user signed in, to the millisecond; empty if nobody is signed in
 */
public record OpenedSession(String id, Map<String, Object> data, Set<String> flashKeys, Instant createdAt, Instant issuedAt,
        Instant expiresAt, Duration maxAge, Optional<String> principal, Set<String> roles,
        Optional<String> signInId, Optional<Instant> signedInAt) {

    static OpenedSession of(SessionContent content, Lifetimes lifetimes) {
        Set<String> flashKeys = content.entries().keySet().stream().filter(EntryKey::isFlash).map(EntryKey::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<SignedIn> signedIn = Optional.ofNullable(SignedIn.of(content.entries().get(EntryKey.SIGN_IN)));
        return new OpenedSession(content.id().toString(), EntryKey.data(content.entries()),
                Collections.unmodifiableSet(flashKeys),
                Instant.ofEpochSecond(content.createdAt()), Instant.ofEpochSecond(content.issuedAt()),
                Instant.ofEpochSecond(lifetimes.expiresAt(content.createdAt(), content.issuedAt(), content.lifetime())),
                Duration.ofSeconds(content.lifetime()), signedIn.map(SignedIn::principal),
                signedIn.map(SignedIn::roles).orElse(Set.of()),
                signedIn.map(SignedIn::id), signedIn.map(SignedIn::at).map(Instant::ofEpochMilli));
    }

    /**
     * Reads a value as the application does with {@link io.quarkiverse.usersession.UserSession#get(String, Class)}, but does
     * not remove a flash value.
     *
     * <pre>{@code
     * assertThat(session.get("cart", Cart.class)).contains(new Cart(List.of(bread)));
     * }</pre>
     *
     * @param key the key: any text, but not null
     * @param type the type to read; for records and other classes see {@link TestSessions}
     * @return the value, or empty if there is none
     * @throws SessionValueException if the value can't be converted to {@code type}
     */
    public <T> Optional<T> get(String key, Class<T> type) {
        return read(key, Objects.requireNonNull(type, "type must not be null"));
    }

    /**
     * Reads a value of a type with type arguments. Apart from that, it works like {@link #get(String, Class)}.
     *
     * @param key the key: any text, but not null
     * @param type the type to read
     * @return the value, or empty if there is none
     * @throws SessionValueException if the value can't be converted to {@code type}
     */
    public <T> Optional<T> get(String key, TypeLiteral<T> type) {
        return read(key, Objects.requireNonNull(type, "type must not be null").getType());
    }

    @SuppressWarnings("unchecked") // the conversion returns what it was asked for
    private <T> Optional<T> read(String key, Type type) {
        Object value = data.get(Objects.requireNonNull(key, "key must not be null"));
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of((T) new Conversion(RunningApplication.typedValues()).to(type, value));
        } catch (UnsuitableValueException e) {
            throw new SessionValueException("Key " + EntryKey.shown(key) + " of the opened session: " + e.getMessage());
        }
    }

    /** Leaves out the values, because this text may end up in a log. */
    @Override
    public String toString() {
        return "OpenedSession[keys=" + data.keySet() + ", createdAt=" + createdAt + ", issuedAt=" + issuedAt + ", expiresAt="
                + expiresAt + "]";
    }
}
