package io.quarkiverse.usersession.test.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.SignInStoreException;
import io.quarkiverse.usersession.runtime.store.InMemorySignInStore;
import io.quarkiverse.usersession.test.app.TestClock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** A store that a test can stop, as when its server hangs or is gone. */
@ApplicationScoped
public class SwitchableStore implements SignInStore {

    enum Mode {
        UP,
        LATE,
        HANGING,
        /** Each call fails, and says nothing about others. */
        FAILING,
        /** The store says that it can't answer any call. */
        UNAVAILABLE
    }

    private final AtomicInteger questions = new AtomicInteger();
    private final Queue<Runnable> hanging = new ConcurrentLinkedQueue<>();
    private final SignInStore store;
    private final Vertx vertx;
    private volatile Mode mode = Mode.UP;

    SwitchableStore(TestClock clock, Vertx vertx) {
        this.vertx = vertx;
        store = new InMemorySignInStore(clock, Duration.ofDays(365));
    }

    /** A server that is up again answers what it was asked before. Otherwise that would time out during another test. */
    void switchTo(Mode other) {
        mode = other;
        for (Runnable next = hanging.poll(); next != null; next = hanging.poll()) {
            next.run();
        }
    }

    /** How many there were, without what is ended, which happens some time after its request as well. */
    int questions() {
        return questions.get();
    }

    @Override
    public Uni<Boolean> check(SignInCheck check) {
        questions.incrementAndGet();
        return answer(store.check(check));
    }

    @Override
    public Uni<List<SignIn>> list(String principal) {
        questions.incrementAndGet();
        return answer(store.list(principal));
    }

    @Override
    public Uni<Void> end(String principal, String id) {
        return answer(store.end(principal, id));
    }

    @Override
    public Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId) {
        return answer(store.endAll(principal, before, exceptId));
    }

    private <T> Uni<T> answer(Uni<T> answer) {
        return switch (mode) {
            case UP -> answer;
            case LATE -> answer.emitOn(task -> vertx.setTimer(50, timer -> task.run())); // on an event loop
            case HANGING -> Uni.createFrom()
                    .emitter(waiting -> hanging.add(() -> answer.subscribe().with(waiting::complete, waiting::fail)));
            case FAILING -> Uni.createFrom().failure(new IllegalStateException("ada's store is gone"));
            case UNAVAILABLE -> Uni.createFrom().failure(SignInStoreException.unavailable("it is being loaded"));
        };
    }
}
