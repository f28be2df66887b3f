package io.quarkiverse.usersession.runtime.crypto;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The keys of a session for one purpose, its cookies unless {@link #forPurpose} says otherwise: the current one, which seals,
 * and all that open, found by the id that what is sealed carries.
 */
public final class KeyRing {

    private final CookieKey current;
    private final Map<Integer, CookieKey> byId;

    private KeyRing(CookieKey current, Map<Integer, CookieKey> byId) {
        this.current = current;
        this.byId = byId;
    }

    public static KeyRing of(String secret) {
        return of(secret, List.of());
    }

    /**
     * @param secret what new cookies are sealed with
     * @param accepted what else cookies may have been sealed with, in any order; it may hold the current secret too
     * @throws IllegalArgumentException if two different secrets have the same key id
     */
    public static KeyRing of(String secret, List<String> accepted) {
        CookieKey current = CookieKey.of(secret);
        Map<Integer, CookieKey> byId = new HashMap<>(Map.of(current.id(), current));
        for (String other : new HashSet<>(accepted)) {
            CookieKey key = CookieKey.of(other);
            if (!other.equals(secret) && byId.put(key.id(), key) != null) {
                throw new IllegalArgumentException("two secrets have the same key id");
            }
        }
        return new KeyRing(current, Map.copyOf(byId));
    }

    /** The keys that the same secrets give for another purpose, with the same ids. */
    public KeyRing forPurpose(KeyPurpose purpose) {
        Map<Integer, CookieKey> others = new HashMap<>();
        byId.forEach((id, key) -> others.put(id, key.forPurpose(purpose)));
        return new KeyRing(others.get(current.id()), Map.copyOf(others));
    }

    public CookieKey current() {
        return current;
    }

    /** The key with this id, or null if this ring has none. */
    public CookieKey find(int id) {
        return id == current.id() ? current : byId.get(id);
    }
}
