package io.quarkiverse.usersession.runtime.crypto;

import java.util.Map;

/**
 * The keys of a session: the current one, which seals, and all that open, found by the id that the cookie carries.
 */
public final class KeyRing {

    private final CookieKey current;
    private final Map<Integer, CookieKey> byId;

    private KeyRing(CookieKey current, Map<Integer, CookieKey> byId) {
        this.current = current;
        this.byId = byId;
    }

    public static KeyRing of(String secret) {
        CookieKey current = CookieKey.of(secret);
        return new KeyRing(current, Map.of(current.id(), current));
    }

    public CookieKey current() {
        return current;
    }

    /** The key with this id, or null if this ring has none. */
    public CookieKey find(int id) {
        return byId.get(id);
    }
}
