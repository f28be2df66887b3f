package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.JsonObject;

class SessionEntriesTest {

    private final JsonObject json = new JsonObject();

    @Test
    void S22_itsSizeIsRightAfterEveryChange() {
        Random random = new Random(22);
        SessionEntries entries = SessionEntries.NONE;
        for (int i = 0; i < 50_000; i++) {
            entries = changed(entries, "é" + random.nextInt(4), random);

            assertThat(entries.jsonBytes()).as("%s", entries.byEntryKey()).isEqualTo(json.write(entries.byEntryKey()).length);
        }
    }

    private static SessionEntries changed(SessionEntries entries, String key, Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> entries.with(EntryKey.plain(key), value(random));
            case 2 -> entries.with(EntryKey.flash(key), value(random));
            case 3 -> entries.with(EntryKey.SIGN_IN, value(random));
            case 4 -> entries.withoutFlash(key);
            case 5 -> entries.without(key);
            case 6 -> entries.withoutEntry(EntryKey.SIGN_IN);
            default -> random.nextInt(10) == 0 ? entries.withoutData() : entries;
        };
    }

    private static Object value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt();
            case 1 -> "\"😀".repeat(random.nextInt(5));
            case 2 -> List.of();
            default -> Map.of("k", random.nextBoolean(), "l", List.of(1, "\u0000"));
        };
    }
}
