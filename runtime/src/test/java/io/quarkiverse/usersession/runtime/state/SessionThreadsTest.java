package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SessionCommittedException;

/** Several threads of one request use its session. */
class SessionThreadsTest {

    private static final int THREADS = 4;
    private static final int KEYS = 10;

    private final Browser browser = new Browser();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS + 1);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void whatEachThreadSetsIsThere() throws Exception {
        for (int round = 0; round < 500; round++) {
            Browser.Request request = browser.begin(List.of());
            Map<String, Object> expected = new HashMap<>();
            List<Callable<Void>> setters = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Map<String, Object> own = keysOf(thread);
                expected.putAll(own);
                setters.add(() -> {
                    own.forEach(request.session::set);
                    return null;
                });
            }

            together(setters);

            assertThat(request.session.data()).isEqualTo(expected);
            assertThat(request.respond().content().entries()).isEqualTo(expected);
            assertThat(request.isChanged()).isTrue();
            assertThat(request.loads).as("loads").hasValue(1);
        }
    }

    @Test
    void aChangeIsEitherCommittedOrRefused() throws Exception {
        int commitsAmidChanges = 0;
        for (int round = 0; round < 2_000; round++) {
            Browser.Request request = browser.begin(List.of());
            List<Callable<Map<String, Object>>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Map<String, Object> own = keysOf(thread);
                tasks.add(() -> setUntilCommitted(request, own));
            }
            int place = round % (THREADS + 1); // as threads may run one after the other on a busy machine
            tasks.add(place, () -> {
                Commit commit = request.session.commit();
                return commit.content() == null ? Map.of() : commit.content().entries();
            });

            List<Map<String, Object>> results = together(tasks);
            Map<String, Object> committed = results.remove(place);

            Map<String, Object> accepted = new HashMap<>();
            results.forEach(accepted::putAll);
            if (!accepted.isEmpty() && accepted.size() < THREADS * KEYS) {
                commitsAmidChanges++;
            }
            assertThat(committed).as("round %d", round).isEqualTo(accepted).isEqualTo(request.session.data());
        }
        assertThat(commitsAmidChanges).as("rounds in which the commit came amid the changes").isPositive();
    }

    @Test
    void aFlashValueIsReadByOneThreadOnly() throws Exception {
        browser.request(session -> session.flash("note", "saved"));
        for (int round = 0; round < 500; round++) {
            Browser.Request request = browser.begin();
            List<Callable<Boolean>> readers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                readers.add(() -> request.session.get("note").isPresent());
            }

            assertThat(together(readers)).containsOnlyOnce(true);
        }
    }

    @Test
    void allThreadsSeeOneId() throws Exception {
        for (int round = 0; round < 500; round++) {
            Browser.Request request = browser.begin(List.of());
            List<Callable<String>> readers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                readers.add(request.session::id);
            }

            assertThat(together(readers)).containsOnly(request.session.id());
        }
    }

    private static Map<String, Object> setUntilCommitted(Browser.Request request, Map<String, Object> values) {
        Map<String, Object> accepted = new HashMap<>();
        try {
            for (Map.Entry<String, Object> value : values.entrySet()) {
                request.session.set(value.getKey(), value.getValue());
                accepted.put(value.getKey(), value.getValue());
            }
        } catch (SessionCommittedException e) {
            // the rest comes too late as well
        }
        return accepted;
    }

    private static Map<String, Object> keysOf(int thread) {
        Map<String, Object> values = new HashMap<>();
        for (int key = 0; key < KEYS; key++) {
            values.put(thread + "-" + key, key);
        }
        return values;
    }

    /** Runs all tasks at the same moment, as far as the machine can. */
    private <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> task : tasks) {
            running.add(pool.submit(() -> {
                start.await(300, TimeUnit.SECONDS);
                return task.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> result : running) {
            results.add(result.get(300, TimeUnit.SECONDS));
        }
        return results;
    }
}
