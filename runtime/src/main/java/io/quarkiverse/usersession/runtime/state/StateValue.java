package io.quarkiverse.usersession.runtime.state;

import java.lang.reflect.Type;
import java.util.Optional;

import io.quarkiverse.usersession.SessionValue;

/** The value of one key of a session. */
final class StateValue<T> implements SessionValue<T> {

    private final SessionState session;
    private final String key;
    private final Type type;

    StateValue(SessionState session, String key, Type type) {
        this.session = session;
        this.key = key;
        this.type = type;
    }

    @Override
    public Optional<T> get() {
        return session.read(key, type);
    }

    @Override
    public void set(T value) {
        session.set(key, value);
    }

    @Override
    public void unset() {
        session.unset(key);
    }

    @Override
    public boolean isPresent() {
        return session.has(key);
    }
}
