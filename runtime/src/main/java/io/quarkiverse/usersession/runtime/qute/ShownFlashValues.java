package io.quarkiverse.usersession.runtime.qute;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.RequestScoped;

/** The flash values that the templates of one request have read. */
@RequestScoped
public class ShownFlashValues {

    private final Map<String, Object> values = new ConcurrentHashMap<>();

    /** @return null if none has been read */
    public Object find(String key) {
        return values.get(key);
    }

    public void add(String key, Object value) {
        values.put(key, value);
    }
}
