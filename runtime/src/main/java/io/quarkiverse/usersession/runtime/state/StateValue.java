package io.quarkiverse.usersession.runtime.state;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Supplier;

import io.quarkiverse.usersession.SessionValue;

/** The value of one key of a session. */
public final class StateValue<T> implements SessionValue<T> {

    private final Supplier<SessionState> session;
    private final String key;
    private final Type type;

    /** @param session returns the current session; called by each method */
    public StateValue(Supplier<SessionState> session, String key, Type type) {
        this.session = session;
        this.key = key;
        this.type = type;
    }

    @Override
    public Optional<T> get() {
        return session.get().read(key, type);
    }

    @Override
    public void set(T value) {
        session.get().set(key, value, type);
    }

    @Override
    public void unset() {
        session.get().unset(key);
    }

    @Override
    public boolean isPresent() {
        return session.get().has(key);
    }
}
