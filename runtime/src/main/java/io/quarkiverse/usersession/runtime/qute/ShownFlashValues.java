package io.quarkiverse.usersession.runtime.qute;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.RequestScoped;

/** The flash values that the templates of one request have read. */
@RequestScoped
public class ShownFlashValues {

    private final Map<String, Shown> values = new ConcurrentHashMap<>();

    /**
     * @param flash the value that has been read, as the session has it
     * @return null if no template has read that one
     */
    public Object find(String key, Object flash) {
        Shown shown = values.get(key);
        return shown != null && shown.flash() == flash ? shown.value() : null;
    }

    public void add(String key, Object flash, Object value) {
        values.put(key, new Shown(flash, value));
    }

    /** @param value the same with the type that templates see */
    private record Shown(Object flash, Object value) {

        /** Leaves out the data, because this text may end up in a log. */
        @Override
        public String toString() {
            return "Shown";
        }
    }
}
