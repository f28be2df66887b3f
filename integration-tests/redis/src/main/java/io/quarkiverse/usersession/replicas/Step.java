package io.quarkiverse.usersession.replicas;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/** What a page waits for, and what it does afterwards: on its own thread if it is blocking. */
record Step<T>(Uni<T> first, Function<T, String> then) {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    static Step<Void> now(Supplier<String> work) {
        return new Step<>(Uni.createFrom().voidItem(), nothing -> work.get());
    }

    String blocking() {
        return then.apply(first.await().atMost(LONGEST));
    }

    Uni<String> later() {
        return first.map(then);
    }
}
