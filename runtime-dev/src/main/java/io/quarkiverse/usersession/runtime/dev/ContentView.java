package io.quarkiverse.usersession.runtime.dev;

import java.time.Instant;
import java.util.List;

import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.vertx.core.json.Json;

/**
 * The content of a cookie.
 *
 * @param expiresAt when the application stops accepting it, according to all settings
 * @param lifetime the lifetime in the cookie
 * @param ownLifetime whether the lifetime was chosen for this session, instead of the configured one
 * @param currentKey whether it was sealed with the current secret instead of an accepted one
 */
record ContentView(String id, String createdAt, String issuedAt, String expiresAt, String lifetime, boolean ownLifetime,
        boolean currentKey, List<Entry> entries) {

    /**
     * @param own whether it is an entry of the extension itself, such as who is signed in, and not one of the application
     * @param json the value, indented
     */
    record Entry(String key, boolean flash, boolean own, String json) {
    }

    static ContentView of(OpenedCookie cookie, Lifetimes lifetimes) {
        SessionContent content = cookie.content();
        return new ContentView(content.id().toString(), time(content.createdAt()), time(content.issuedAt()),
                time(lifetimes.expiresAt(content.createdAt(), content.issuedAt(), content.lifetime())),
                DurationText.of(content.lifetime()), content.ownLifetime(), cookie.currentKey(),
                content.entries().entrySet().stream()
                        .map(entry -> new Entry(EntryKey.name(entry.getKey()), EntryKey.isFlash(entry.getKey()),
                                EntryKey.isOwn(entry.getKey()),
                                Json.encodePrettily(entry.getValue())))
                        .toList());
    }

    private static String time(long seconds) {
        return Instant.ofEpochSecond(seconds).toString();
    }

    /** Leaves out the data, because this text may end up in a log. */
    @Override
    public String toString() {
        return "ContentView[" + entries.size() + " entries]";
    }
}
