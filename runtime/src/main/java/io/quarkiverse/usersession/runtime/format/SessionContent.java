package io.quarkiverse.usersession.runtime.format;

import java.util.Map;

/**
 * The content of a session cookie. Times are in seconds since 1970-01-01T00:00:00Z.
 *
 * @param id stays the same until the session is renewed or destroyed
 * @param createdAt when the session was first created
 * @param issuedAt when it was last written or renewed
 * @param lifetime how many seconds it lives from {@code issuedAt} on
 * @param ownLifetime whether the lifetime was chosen for this session, instead of the configured one
 * @param entries the values by {@link EntryKey}, in plain JSON types
 */
public record SessionContent(SessionId id, long createdAt, long issuedAt, long lifetime, boolean ownLifetime,
        Map<String, Object> entries) {

    /** Without the data: this text may end up in a log. */
    @Override
    public String toString() {
        return "SessionContent[" + entries.size() + " entries]";
    }
}
