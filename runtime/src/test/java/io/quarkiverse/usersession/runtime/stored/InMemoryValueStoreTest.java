package io.quarkiverse.usersession.runtime.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.smallrye.mutiny.Uni;

class InMemoryValueStoreTest {

    private static final byte[] BYTES = { 1, 2, 3 };

    private Instant now = Instant.ofEpochSecond(1_700_000_000);
    private byte next;
    private final InMemoryValueStore store = new InMemoryValueStore(() -> now);
    private final StoredReference reference = StoredReference.first(bytes -> bytes[0] = next++);

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    void readingProlongsAValueAndNothingKeepsItBeyondItsTime() {
        get(store.put(reference, BYTES, 100));
        pass(99);
        assertThat(get(store.get(reference, 100))).isEqualTo(BYTES);
        pass(99);
        get(store.prolong(reference, 50));
        pass(49);
        assertThat(get(store.get(reference, 1))).isEqualTo(BYTES);
        pass(1);
        assertThat(get(store.get(reference, 100))).isNull();
        get(store.prolong(reference, 100));
        get(store.reseal(reference, BYTES));
        assertThat(get(store.get(reference, 100))).isNull();
    }

    @Test
    void aReplacedValueIsReadForFiveMinutes() {
        get(store.put(reference, BYTES, 1_000));
        get(store.retire(reference));
        pass(299);
        assertThat(get(store.get(reference, 1_000))).isEqualTo(BYTES);
        pass(1);
        assertThat(get(store.get(reference, 1_000))).isNull();
    }

    @Test
    void aReplacedValueToWhichACookieRefersAgainLivesOn() {
        get(store.put(reference, BYTES, 1_000));
        get(store.retire(reference));
        get(store.prolong(reference, 1_000));
        pass(999);
        assertThat(get(store.get(reference, 1_000))).isEqualTo(BYTES);
        pass(999);
        assertThat(get(store.get(reference, 1_000))).isEqualTo(BYTES);
    }

    /** As an old cookie does that comes again and again. */
    @Test
    void replacingAValueOnceMoreDoesNotKeepIt() {
        get(store.put(reference, BYTES, 1_000));
        get(store.retire(reference));
        pass(299);
        get(store.retire(reference));
        pass(1);
        assertThat(get(store.get(reference, 1_000))).isNull();
    }

    @Test
    void discardingDropsOneValueAndRemovingItsFamily() {
        StoredReference other = reference.next(bytes -> bytes[0] = 77);
        StoredReference stranger = StoredReference.first(bytes -> bytes[0] = 99);
        get(store.put(reference, BYTES, 100));
        get(store.put(other, BYTES, 100));
        get(store.put(stranger, BYTES, 100));

        get(store.discard(other));
        assertThat(get(store.get(other, 100))).isNull();
        assertThat(get(store.get(reference, 100))).isEqualTo(BYTES);

        get(store.remove(other));
        assertThat(get(store.get(reference, 100))).isNull();
        assertThat(get(store.get(stranger, 100))).isEqualTo(BYTES);
    }
}
