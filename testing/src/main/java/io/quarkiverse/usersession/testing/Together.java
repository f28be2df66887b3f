package io.quarkiverse.usersession.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Runs tasks at the same time, each on its own thread, and starts them in a different order each time. */
final class Together {

    private static final int LONGEST_SPIN = 2_000;

    private final Random random;

    Together(Random random) {
        this.random = random;
    }

    /** Returns when all tasks have ended. If a task throws an exception, it is thrown here in a {@code CompletionException}. */
    void run(List<Runnable> tasks) {
        List<Runnable> shuffled = new ArrayList<>(tasks);
        Collections.shuffle(shuffled, random);
        CountDownLatch ready = new CountDownLatch(tasks.size());
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (Runnable task : shuffled) {
            int spins = random.nextInt(LONGEST_SPIN);
            running.add(CompletableFuture.runAsync(() -> {
                ready.countDown();
                await(ready);
                for (int i = 0; i < spins; i++) {
                    Thread.onSpinWait();
                }
                task.run();
            }, command -> new Thread(command, "sign-in store suite").start()));
        }
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
