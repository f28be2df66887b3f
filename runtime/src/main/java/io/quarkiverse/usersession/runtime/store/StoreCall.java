package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/**
 * One command to the store. It ends once: with an answer, a failure, or the timeout, which cancels it. Later results are
 * ignored. It does not use Mutiny's operators, because they log a failure that follows a cancellation, with its message.
 */
final class StoreCall<T> implements UniSubscriber<T> {

    private static final Runnable NOTHING = () -> {
    };

    private final BiConsumer<? super T, Throwable> done;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile UniSubscription subscription;
    private volatile Runnable stopTimer = NOTHING;

    private final String setting;

    private StoreCall(String setting, BiConsumer<? super T, Throwable> done) {
        this.setting = setting;
        this.done = done;
    }

    /**
     * Does the same for another store than that of sign-ins. The answer arrives on the event loop of the subscriber, if there
     * is one.
     *
     * @param setting the key of the timeout
     * @param ended called first, on any thread, also if the subscriber has gone: with the failure, or null
     */
    static <T> Uni<T> within(Duration timeout, String setting, Timers timers, Supplier<Uni<T>> command,
            Consumer<Throwable> ended) {
        return Uni.createFrom().emitter(emitter -> {
            Executor caller = CallingContext.current();
            StoreCall<T> call = new StoreCall<>(setting, (item, failure) -> {
                ended.accept(failure);
                caller.execute(() -> {
                    if (failure == null) {
                        emitter.complete(item);
                    } else {
                        emitter.fail(failure);
                    }
                });
            });
            call.start(command, timeout, timers);
        });
    }

    /** @param done called once, on any thread, with a failure or else with the answer, which may be null */
    static <T> void start(Supplier<Uni<T>> command, Duration timeout, Timers timers, BiConsumer<? super T, Throwable> done) {
        new StoreCall<T>("quarkus.user-session.sign-in.store.timeout", done).start(command, timeout, timers);
    }

    private void start(Supplier<Uni<T>> command, Duration timeout, Timers timers) {
        try {
            Uni<T> answer = command.get();
            if (answer == null) {
                end(null, StoreFailure.nothing());
                return;
            }
            answer.subscribe().withSubscriber(this);
            if (!ended.get()) {
                stopTimer = timers.after(timeout, this::timeOut);
                if (ended.get()) {
                    stopTimer.run();
                }
            }
        } catch (Throwable e) { // whatever a store throws, a request has to be answered
            end(null, e);
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
        if (end(null, StoreFailure.noAnswer(setting)) && running != null) {
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
