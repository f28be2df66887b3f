package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends sign-ins in the background, in up to three tries, and before the application has stopped. */
final class BackgroundEndings {

    static final int MAX_WAITING = 10_000;
    /** Those that are waiting because another sign-in has replaced them must not take the room of sign-outs. */
    static final int MAX_REPLACED = MAX_WAITING / 2;
    /** One user who signs in and out again and again must not take the room of others. */
    static final int MAX_OF_USER = 100;
    /** While the application stops: a store has room for a limited number of commands. */
    static final int MAX_AT_ONCE = 1_000;
    private static final Duration UNTIL_REPLACED = Duration.ofSeconds(10);
    private static final List<Duration> UNTIL_NEXT_TRY = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10));

    private static final class Ending {

        final String principal;
        final String id;
        final int room; // it may wait only if fewer than this are waiting
        boolean remembered;
        int failures;

        Ending(String principal, String id, int room) {
            this.principal = principal;
            this.id = id;
            this.room = room;
        }
    }

    private final Ender ender;
    private final LostEndings lost;
    private final Timers timers;
    // one that is not over is in one of them
    private final Map<Ending, Runnable> waiting = new HashMap<>();
    private final Map<String, Integer> waitingOfUser = new HashMap<>();
    private final Set<Ending> running = new HashSet<>();
    private final Queue<Ending> last = new ArrayDeque<>(); // while the application stops
    private final AtomicInteger starts = new AtomicInteger();
    private CompletableFuture<Void> closing; // null until then

    BackgroundEndings(Ender ender, LostEndings lost, Timers timers) {
        this.ender = ender;
        this.lost = lost;
        this.timers = timers;
    }

    void end(String principal, String id) {
        start(new Ending(principal, id, MAX_WAITING));
    }

    /** Ends the sign-in when requests in progress have been answered. Until then it stays active. */
    void endReplaced(String principal, String id) {
        Ending ending = new Ending(principal, id, MAX_REPLACED);
        if (!postpone(ending, UNTIL_REPLACED)) {
            start(ending);
        }
    }

    private void start(Ending ending) {
        synchronized (this) {
            running.add(ending);
        }
        attempt(ending);
    }

    private void attempt(Ending ending) {
        if (!ending.remembered) {
            ending.remembered = true;
            ender.remember(ending.principal, ending.id);
        }
        ender.tell(ending.principal, ending.id, (nothing, failure) -> {
            if (failure == null) {
                isOver(ending);
            } else {
                failed(ending, failure);
            }
        });
    }

    private void failed(Ending ending, Throwable failure) {
        int tries = ++ending.failures;
        boolean again = tries <= UNTIL_NEXT_TRY.size() && postpone(ending, UNTIL_NEXT_TRY.get(tries - 1));
        if (!again && isOver(ending)) {
            lost.add(1, failure);
        }
    }

    /** @return whether the ending was postponed: not while the application stops, and not if too many are waiting */
    private synchronized boolean postpone(Ending ending, Duration pause) {
        int ofUser = waitingOfUser.getOrDefault(ending.principal, 0);
        if (closing != null || waiting.size() >= ending.room || ofUser >= MAX_OF_USER) {
            return false;
        }
        running.remove(ending);
        waitingOfUser.put(ending.principal, ofUser + 1);
        waiting.put(ending, timers.after(pause, () -> resume(ending)));
        return true;
    }

    private void resume(Ending ending) {
        synchronized (this) {
            if (waiting.remove(ending) == null) {
                return;
            }
            waitingOfUser.computeIfPresent(ending.principal, (user, number) -> number == 1 ? null : number - 1);
            running.add(ending);
        }
        attempt(ending);
    }

    /** @return false if it was over already */
    private boolean isOver(Ending ending) {
        boolean removed;
        synchronized (this) {
            removed = running.remove(ending);
            if (closing == null) {
                return removed;
            }
            if (running.isEmpty() && last.isEmpty()) {
                closing.complete(null);
            }
        }
        startLast();
        return removed;
    }

    /** Starts as many of the last ones as may run at once. */
    private void startLast() {
        int asked = 1;
        if (starts.getAndIncrement() > 0) {
            return; // a call that is in progress does it; if each did it itself, they could be nested 10,000 deep
        }
        while (asked > 0) {
            for (Ending ending = nextOfLast(); ending != null; ending = nextOfLast()) {
                attempt(ending);
            }
            asked = starts.addAndGet(-asked);
        }
    }

    private synchronized Ending nextOfLast() {
        Ending ending = running.size() < MAX_AT_ONCE ? last.poll() : null;
        if (ending != null) {
            running.add(ending);
        }
        return ending;
    }

    /** Starts all waiting endings now, for the last time, and waits until all are over, up to the timeout. */
    void close(Duration timeout) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        synchronized (this) {
            closing = over;
            last.addAll(waiting.keySet());
            waiting.values().forEach(Runnable::run);
            waiting.clear();
            waitingOfUser.clear();
            if (running.isEmpty() && last.isEmpty()) {
                over.complete(null);
            }
        }
        startLast();
        await(over, timeout);
        int unfinished;
        synchronized (this) {
            unfinished = running.size() + last.size();
            running.clear();
            last.clear();
        }
        if (unfinished > 0) {
            lost.add(unfinished, StoreFailure.noAnswer());
        }
        lost.say();
    }

    private static void await(CompletableFuture<Void> over, Duration timeout) {
        try {
            over.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // what is not over is lost
        }
    }
}
