package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/**
 * One command to the store. It ends once, with an answer, a failure or by the timeout, which cancels it; what comes later is
 * ignored. It is no chain of Mutiny's operators: they log the failure that follows a cancellation, with the message.
 */
final class StoreCall<T> implements UniSubscriber<T> {

    private static final Runnable NOTHING = () -> {
    };

    private final BiConsumer<? super T, Throwable> done;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile UniSubscription subscription;
    private volatile Runnable stopTimer = NOTHING;

    private StoreCall(BiConsumer<? super T, Throwable> done) {
        this.done = done;
    }

    /** @param done called once, on any thread, with a failure or else with the answer, which may be null */
    static <T> void start(Supplier<Uni<T>> command, Duration timeout, Timers timers, BiConsumer<? super T, Throwable> done) {
        StoreCall<T> call = new StoreCall<>(done);
        try {
            Uni<T> answer = command.get();
            if (answer == null) {
                call.end(null, StoreFailure.nothing());
                return;
            }
            answer.subscribe().withSubscriber(call);
            if (!call.ended.get()) {
                call.stopTimer = timers.after(timeout, call::timeOut);
                if (call.ended.get()) {
                    call.stopTimer.run();
                }
            }
        } catch (Throwable e) { // whatever a store throws, a request has to be answered
            call.end(null, e);
        }
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        this.subscription = subscription;
    }

    @Override
    public void onItem(T item) {
        end(item, null);
    }

    @Override
    public void onFailure(Throwable failure) {
        end(null, failure);
    }

    private void timeOut() {
        UniSubscription running = subscription;
        if (end(null, StoreFailure.noAnswer()) && running != null) {
            running.cancel();
        }
    }

    private boolean end(T item, Throwable failure) {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        stopTimer.run();
        done.accept(item, failure);
        return true;
    }
}
