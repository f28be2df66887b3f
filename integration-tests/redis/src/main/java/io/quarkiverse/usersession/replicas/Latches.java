package io.quarkiverse.usersession.replicas;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/** Requests that are under way for as long as a test wants. */
@ApplicationScoped
public class Latches {

    private final Map<String, CompletableFuture<Void>> held = new ConcurrentHashMap<>();

    CompletableFuture<Void> hold(String id) {
        return held.computeIfAbsent(id, any -> new CompletableFuture<>());
    }

    boolean isHeld(String id) {
        return held.containsKey(id);
    }

    void release(String id) {
        held.remove(id).complete(null);
    }
}
