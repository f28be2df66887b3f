package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The clock and the timers of a test: time passes when the test says so, and timers run then, on its thread. */
final class FakeTimers implements Timers, InstantSource {

    private record Timer(long at, long number, Runnable task) {
    }

    private final AtomicLong numbers = new AtomicLong();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
    private volatile long now = Instant.parse("2026-03-04T05:06:07.890Z").toEpochMilli();

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    @Override
    public synchronized Runnable after(Duration delay, Runnable task) {
        Timer timer = new Timer(now + delay.toMillis(), numbers.getAndIncrement(), task);
        timers.add(timer);
        return () -> cancel(timer);
    }

    private synchronized void cancel(Timer timer) {
        timers.remove(timer);
    }

    private synchronized Timer next(long until) {
        return !timers.isEmpty() && timers.peek().at <= until ? timers.poll() : null;
    }

    synchronized int size() {
        return timers.size();
    }

    void pass(Duration time) {
        long until = now + time.toMillis();
        for (Timer due = next(until); due != null; due = next(until)) {
            now = due.at;
            due.task.run();
        }
        now = until;
    }

    /** The clock is set, which timers don't notice. */
    void set(long millis) {
        now = millis;
    }
}
