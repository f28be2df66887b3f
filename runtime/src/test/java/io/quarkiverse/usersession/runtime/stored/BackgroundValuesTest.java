package io.quarkiverse.usersession.runtime.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.quarkiverse.usersession.runtime.store.Timers;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.smallrye.mutiny.Uni;

class BackgroundValuesTest {

    private record Later(Duration delay, Runnable task) {
    }

    /** One that fails a number of times. */
    private static final class FailingStore implements ValueStore {

        private final ValueStore store = new InMemoryValueStore(InstantSource.system());
        private int failures;
        private int calls;

        private <T> Uni<T> answer(Uni<T> answer) {
            calls++;
            return failures-- > 0 ? Uni.createFrom().failure(new ValueStoreException("Redis answered LOADING")) : answer;
        }

        @Override
        public Uni<Void> put(StoredReference reference, byte[] sealed, long seconds) {
            return store.put(reference, sealed, seconds);
        }

        @Override
        public Uni<byte[]> get(StoredReference reference, long seconds) {
            return store.get(reference, seconds);
        }

        @Override
        public Uni<Void> reseal(StoredReference reference, byte[] sealed) {
            return answer(store.reseal(reference, sealed));
        }

        @Override
        public Uni<Void> prolong(StoredReference reference, long seconds) {
            return answer(store.prolong(reference, seconds));
        }

        @Override
        public Uni<Void> retire(StoredReference reference) {
            return answer(store.retire(reference));
        }

        @Override
        public Uni<Void> discard(StoredReference reference) {
            return answer(store.discard(reference));
        }

        @Override
        public Uni<Void> remove(StoredReference reference) {
            return answer(store.remove(reference));
        }
    }

    private static final StoredReference REFERENCE = StoredReference.first(bytes -> bytes[0] = 1);

    private final FailingStore store = new FailingStore();
    private final Queue<Later> later = new ArrayDeque<>();
    private final Timers timers = (delay, task) -> {
        Later one = new Later(delay, task);
        later.add(one);
        return () -> later.remove(one);
    };
    private final BackgroundValues values = new BackgroundValues(store,
            new StoredSettings(100, 100, Duration.ofSeconds(60)), new PatientCalls(Duration.ofSeconds(60), "timeout", timers),
            Runnable::run, timers);

    private Duration runNext() {
        Later next = later.remove();
        next.task().run();
        return next.delay();
    }

    private boolean isStored() {
        return store.get(REFERENCE, 100).await().indefinitely() != null;
    }

    private void failing(int times) {
        store.put(REFERENCE, new byte[1], 100).await().indefinitely();
        store.failures = times;
    }

    @Test
    void aRemovalThatFailsIsTriedTwiceMore() {
        failing(2);
        try (CapturedLog log = new CapturedLog()) {
            values.remove(REFERENCE);

            assertThat(runNext()).hasSeconds(2);
            assertThat(isStored()).isTrue();
            assertThat(runNext()).hasSeconds(10);
            assertThat(isStored()).isFalse();
            assertThat(later).isEmpty();
            assertThat(log.messages("WARN")).isEmpty();
        }
    }

    @Test
    void aNewValueThatWasSetMeanwhileIsNotRemoved() {
        StoredReference next = REFERENCE.next(bytes -> bytes[0] = 2);
        failing(1);

        values.remove(REFERENCE);
        store.put(next, new byte[1], 100).await().indefinitely();
        runNext();

        assertThat(isStored()).isFalse();
        assertThat(store.get(next, 100).await().indefinitely()).isNotNull();
    }

    @Test
    void aRemovalThatFailsThreeTimesIsLogged() {
        failing(3);
        try (CapturedLog log = new CapturedLog()) {
            values.remove(REFERENCE);
            runNext();
            runNext();

            assertThat(store.calls).isEqualTo(3);
            assertThat(isStored()).isTrue();
            assertThat(log.messages("WARN")).singleElement().asString()
                    .startsWith(
                            "Of the stored values that sessions no longer have, 1 could not be removed (Redis answered LOADING): ");
        }
    }

    @Test
    void onlyAThousandRemovalsWaitForAnotherTry() {
        failing(Integer.MAX_VALUE);
        try (CapturedLog log = new CapturedLog()) {
            for (int i = 0; i < BackgroundValues.MAX_WAITING; i++) {
                values.remove(REFERENCE);
            }
            assertThat(log.messages("WARN")).isEmpty();

            values.remove(REFERENCE);

            assertThat(log.messages("WARN")).hasSize(1);
            assertThat(later).filteredOn(one -> one.delay().equals(Duration.ofSeconds(2))).hasSize(1_000);

            store.failures = 0;
            for (int i = 0; i < 1_000; i++) {
                runNext();
            }
            store.failures = 1;
            values.remove(REFERENCE);
            assertThat(later).filteredOn(one -> one.delay().equals(Duration.ofSeconds(2))).hasSize(1);
        }
    }

    @Test
    void whatOnlyTakesRoomIsTriedOnce() {
        failing(4);

        values.retire(REFERENCE);
        values.discard(REFERENCE);
        values.prolong(REFERENCE, 10);

        assertThat(store.calls).isEqualTo(3);
        assertThat(later).isEmpty();
    }
}
