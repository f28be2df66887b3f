package io.quarkiverse.usersession.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolTest {

    private static final int THREADS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void hasNothingThatWasNotGiven() {
        assertThat(new Pool<String>().take()).isNull();
    }

    @Test
    void givesEachObjectOnce() {
        Pool<String> pool = new Pool<>(4);
        pool.give("a");
        pool.give("b");

        assertThat(List.of(pool.take(), pool.take())).containsExactlyInAnyOrder("a", "b");
        assertThat(pool.take()).isNull();
    }

    @Test
    void keepsNoMoreThanItHasRoomFor() {
        Pool<Object> pool = new Pool<>(4);
        for (int i = 0; i < 100; i++) {
            pool.give(new Object());
        }

        Set<Object> kept = new HashSet<>();
        for (Object object = pool.take(); object != null; object = pool.take()) {
            kept.add(object);
        }
        assertThat(kept).hasSize(4);
    }

    @Test
    void doesNotGrowWithTheMachine() {
        assertThat(new Pool<>(1).size()).isEqualTo(1);
        assertThat(new Pool<>(5).size()).isEqualTo(8);
        assertThat(new Pool<>(10_000).size()).isEqualTo(64);
    }

    @Test
    void neverGivesOneObjectToTwoThreads() throws Exception {
        Pool<AtomicBoolean> pool = new Pool<>(4);
        Set<AtomicBoolean> made = ConcurrentHashMap.newKeySet();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit((Callable<Integer>) () -> {
                start.await(300, TimeUnit.SECONDS);
                int reused = 0;
                for (int round = 0; round < 100_000; round++) {
                    AtomicBoolean inUse = pool.take();
                    if (inUse == null) {
                        inUse = new AtomicBoolean();
                        made.add(inUse);
                    } else {
                        reused++;
                    }
                    assertThat(inUse.compareAndSet(false, true)).as("it was not in use").isTrue();
                    Thread.onSpinWait();
                    inUse.set(false);
                    pool.give(inUse);
                }
                return reused;
            }));
        }

        int reused = 0;
        for (Future<Integer> thread : running) {
            reused += thread.get(300, TimeUnit.SECONDS);
        }

        assertThat(reused).as("taken from the pool").isEqualTo(THREADS * 100_000 - made.size()).isPositive();
        Set<AtomicBoolean> left = new HashSet<>();
        for (AtomicBoolean object = pool.take(); object != null; object = pool.take()) {
            assertThat(left.add(object)).as("it was in the pool once").isTrue();
        }
        assertThat(left).isNotEmpty().hasSizeLessThanOrEqualTo(4);
    }
}
