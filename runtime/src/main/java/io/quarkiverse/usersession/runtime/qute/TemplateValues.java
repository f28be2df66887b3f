package io.quarkiverse.usersession.runtime.qute;

import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.state.ReadFlash;

/** The values of the default session as templates see them. */
@Singleton
public final class TemplateValues {

    private final UserSession session;
    private final Instance<SessionValue<?>> injected;
    private final ShownFlashValues shown;
    private volatile Map<String, SessionValue<?>> typed; // none can be made before the application has started

    TemplateValues(UserSession session, @Any Instance<SessionValue<?>> injected, ShownFlashValues shown) {
        this.session = session;
        this.injected = injected;
        this.shown = shown;
    }

    /**
     * A flash value stays readable until the end of the request, because a template first asks for it and then shows it, unless
     * the application removes it or ends the session.
     *
     * @return the value with the type with which the application injects it, otherwise with a plain JSON type; null if there is
     *         none
     */
    Object read(String key) {
        SessionValue<?> value = key == null ? null : typed().get(key);
        Optional<?> read = value == null ? session.get(key, Object.class) : value.get();
        Object flash = ReadFlash.of(Sessions.stateOf(session), key);
        if (read.isEmpty()) {
            return flash == null ? null : shown.find(key, flash);
        }
        if (flash != null) {
            shown.add(key, flash, read.get());
        }
        return read.get();
    }

    private Map<String, SessionValue<?>> typed() {
        Map<String, SessionValue<?>> found = typed;
        if (found == null) {
            found = find();
            typed = found;
        }
        return found;
    }

    private Map<String, SessionValue<?>> find() {
        Map<String, SessionValue<?>> found = new HashMap<>();
        for (Instance.Handle<SessionValue<?>> handle : injected.handles()) {
            String key = null;
            boolean ofNamedSession = false;
            for (Annotation qualifier : handle.getBean().getQualifiers()) {
                ofNamedSession |= qualifier instanceof SessionName;
                key = qualifier instanceof SessionKey named ? named.value() : key;
            }
            if (key != null && !ofNamedSession) {
                found.put(key, handle.get());
            }
        }
        return found;
    }
}
