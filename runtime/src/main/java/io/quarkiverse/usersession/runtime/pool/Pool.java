package io.quarkiverse.usersession.runtime.pool;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps a few objects that are expensive to make and that one thread at a time may use. It never blocks and never holds more
 * than its slots: if there is none, the caller makes one, and if no slot is free, a returned one becomes garbage. A {@code
 * ThreadLocal} would keep one for each thread, and there may be a million virtual threads.
 */
public final class Pool<T> {

    // references in different cache lines, so that two processors don't wait for each other
    private static final int DISTANCE = 16;

    private static final int MAX_SLOTS = 64;

    private final AtomicReferenceArray<T> slots;
    private final int mask;

    public Pool() {
        this(2 * Runtime.getRuntime().availableProcessors());
    }

    /** @param atLeast how many objects it holds, rounded up to a power of two, and {@value #MAX_SLOTS} at most */
    Pool(int atLeast) {
        int size = 1;
        while (size < atLeast && size < MAX_SLOTS) {
            size *= 2;
        }
        mask = size - 1;
        slots = new AtomicReferenceArray<>(size * DISTANCE);
    }

    /** An object that from now on is the caller's alone, or null if there is none. */
    public T take() {
        int first = slotOfThread();
        for (int i = 0; i <= mask; i++) {
            int slot = slot(first + i);
            T found = slots.get(slot);
            // it may have been gone and come back since, which makes no difference: it is here, and so nobody else has it
            if (found != null && slots.compareAndSet(slot, found, null)) {
                return found;
            }
        }
        return null;
    }

    /** Takes an object back that the caller does not use any more. */
    public void give(T object) {
        int first = slotOfThread();
        for (int i = 0; i <= mask; i++) {
            int slot = slot(first + i);
            if (slots.getAcquire(slot) == null) {
                // two threads may do so at once: then one object is garbage, and none is there twice
                slots.setRelease(slot, object);
                return;
            }
        }
    }

    int size() {
        return mask + 1;
    }

    private int slot(int number) {
        return (number & mask) * DISTANCE;
    }

    /**
     * Where a thread looks first: it finds again what it left, which its processor may have at hand still. Threads that were
     * started one after the other, as those of event loops mostly are, have different places.
     */
    private static int slotOfThread() {
        return (int) Thread.currentThread().getId();
    }
}
