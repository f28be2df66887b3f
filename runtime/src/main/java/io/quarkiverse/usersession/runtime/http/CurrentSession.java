package io.quarkiverse.usersession.runtime.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.state.SessionState;

/**
 * The injected session. Each call goes to the session of the request that is being served. If there is none, the call fails,
 * and not the creation of a bean, whose exception would be wrapped.
 */
public final class CurrentSession implements UserSession {

    private final Supplier<SessionState> current;

    /** @param current throws an {@code IllegalStateException} if no request is being served */
    public CurrentSession(Supplier<SessionState> current) {
        this.current = current;
    }

    SessionState state() {
        return current.get();
    }

    @Override
    public String id() {
        return state().id();
    }

    @Override
    public <T> Optional<T> get(String key, Class<T> type) {
        return state().get(key, type);
    }

    @Override
    public <T> Optional<T> get(String key, TypeLiteral<T> type) {
        return state().get(key, type);
    }

    @Override
    public UserSession set(String key, Object value) {
        return state().set(key, value);
    }

    @Override
    public boolean has(String key) {
        return state().has(key);
    }

    @Override
    public UserSession unset(String key) {
        return state().unset(key);
    }

    @Override
    public UserSession clear() {
        return state().clear();
    }

    @Override
    public UserSession flash(String key, Object value) {
        return state().flash(key, value);
    }

    @Override
    public Map<String, Object> data() {
        return state().data();
    }

    @Override
    public boolean isNew() {
        return state().isNew();
    }

    @Override
    public boolean isEmpty() {
        return state().isEmpty();
    }

    @Override
    public Instant createdAt() {
        return state().createdAt();
    }

    @Override
    public Instant expiresAt() {
        return state().expiresAt();
    }

    @Override
    public UserSession maxAge(Duration maxAge) {
        return state().maxAge(maxAge);
    }

    @Override
    public UserSession renew() {
        return state().renew();
    }

    @Override
    public void destroy() {
        state().destroy();
    }

    @Override
    public UserSession signIn(String principal, Set<String> roles) {
        return state().signIn(principal, roles);
    }

    @Override
    public Optional<String> signInId() {
        return state().signInId();
    }

    @Override
    public Optional<Instant> signedInAt() {
        return state().signedInAt();
    }

    @Override
    public boolean isSignInWanted() {
        return state().isSignInWanted();
    }

    @Override
    public Optional<URI> takeWantedLocation() {
        return state().takeWantedLocation();
    }
}
