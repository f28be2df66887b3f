package io.quarkiverse.usersession.runtime.state;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.usersession.runtime.format.SessionId;

/**
 * The user who is signed in to a session.
 *
 * @param id the id of the sign-in, which stays the same when the session is renewed: 16 characters of base64url
 * @param at when the user signed in, in milliseconds since 1970-01-01T00:00:00Z
 * @param bound whether the browser must prove that the user signed in there
 */
public record SignedIn(String id, String principal, Set<String> roles, long at, boolean bound) {

    private static final String ID = "id";
    private static final String PRINCIPAL = "principal";
    private static final String ROLES = "roles";
    private static final String AT = "at";
    private static final String BOUND = "bound";

    /**
     * @throws IllegalArgumentException if the principal or a role is empty, or if the id is not valid
     * @throws NullPointerException if something is null
     */
    public SignedIn {
        SessionId.parse(id);
        requireName("principal", principal);
        for (String role : Objects.requireNonNull(roles, "roles must not be null")) {
            requireName("role", role);
        }
    }

    /** Not bound to a browser. */
    public SignedIn(String id, String principal, Set<String> roles, long at) {
        this(id, principal, roles, at, false);
    }

    /** The same, signed in at another time. */
    public SignedIn at(long milliseconds) {
        return new SignedIn(id, principal, roles, milliseconds, bound);
    }

    /** The same, bound to its browser. */
    public SignedIn bind() {
        return new SignedIn(id, principal, roles, at, true);
    }

    /** The entry in the session. Its order is fixed, so that the same user with the same roles is no change. */
    public Map<String, Object> toEntry() {
        List<String> sorted = List.copyOf(new TreeSet<>(roles));
        return bound ? Map.of(ID, id, PRINCIPAL, principal, ROLES, sorted, AT, at, BOUND, true)
                : Map.of(ID, id, PRINCIPAL, principal, ROLES, sorted, AT, at);
    }

    /** @return null if the entry is not of this kind; then nobody is signed in */
    public static SignedIn of(Object entry) {
        if (entry instanceof Map<?, ?> map
                && map.get(ID) instanceof String id && SessionId.isOne(id)
                && map.get(PRINCIPAL) instanceof String principal && !principal.isEmpty()
                && map.get(ROLES) instanceof Collection<?> roles
                && map.get(AT) instanceof Number at) {
            return new SignedIn(id, principal, names(roles), at.longValue(), map.containsKey(BOUND));
        }
        return null;
    }

    private static Set<String> names(Collection<?> roles) {
        Set<String> names = new TreeSet<>();
        for (Object role : roles) {
            if (role instanceof String name && !name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static void requireName(String what, String name) {
        if (Objects.requireNonNull(name, what + " must not be null").isEmpty()) {
            throw new IllegalArgumentException("The " + what + " can't be empty");
        }
    }

    /** Leaves out the data, because this text may end up in a log. */
    @Override
    public String toString() {
        return "SignedIn[" + roles.size() + " roles]";
    }
}
