package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.runtime.state.SignedIn;

/** One replica with a store and a time that a test rules. */
final class Replica {

    static final Duration CACHE = Duration.ofSeconds(5);
    static final Duration TIMEOUT = Duration.ofMillis(500);

    final FakeTimers time = new FakeTimers();
    final FakeStore store = new FakeStore();
    final StoreMetrics metrics = new StoreMetrics();
    final SignInBook book;

    Replica() {
        this(CACHE, false);
    }

    Replica(Duration cache, boolean accept) {
        this(cache, TIMEOUT, accept);
    }

    Replica(Duration cache, Duration timeout, boolean accept) {
        book = book(() -> store, cache, timeout, accept, false);
    }

    Replica(Supplier<SignInStore> other) {
        book = book(other, CACHE, TIMEOUT, false, false);
    }

    private Replica(boolean accept, boolean binds) {
        book = book(() -> store, CACHE, TIMEOUT, accept, binds);
    }

    /** One of an application that binds sign-ins to browsers. */
    static Replica binding(boolean accept) {
        return new Replica(accept, true);
    }

    private SignInBook book(Supplier<SignInStore> store, Duration cache, Duration timeout, boolean accept, boolean binds) {
        return new SignInBook(store, new StoreSettings(cache, timeout, accept), binds, time, time, metrics);
    }

    /** What a request asks. Not done until the store answers. */
    CompletableFuture<Verdict> ask(SignedIn signedIn) {
        return book.judge(signedIn, "a browser").subscribeAsCompletionStage();
    }

    /** What a request is told at once; null if it has to wait. */
    Verdict judge(SignedIn signedIn) {
        return ask(signedIn).getNow(null);
    }

    /** A sign-in of now. */
    SignedIn signIn(String principal, int number) {
        return new SignedIn(id(number), principal, Set.of(), time.millis());
    }

    static String id(int number) {
        return String.format("sign-in-%08d", number);
    }
}
