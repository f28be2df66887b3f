package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.smallrye.mutiny.Uni;

/**
 * Keeps sign-ins in the memory of one process, for development mode and tests. A restart forgets which have ended. The store
 * remembers 10,000 users, and first forgets those that were written longest ago.
 */
public final class InMemorySignInStore implements SignInStore {

    static final int MAX_USERS = 10_000;

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final long retention;
    private final Map<String, UserSignIns> users = new LinkedHashMap<>(); // in the order in which they were last written

    /**
     * @param clock tells when a sign-in was last seen, and how long it has been idle
     * @param maxAge how long a cookie can live without being written again
     */
    public InMemorySignInStore(InstantSource clock, Duration maxAge) {
        this.clock = Objects.requireNonNull(clock, "clock must not be null");
        this.retention = Objects.requireNonNull(maxAge, "maxAge must not be null").plus(SKEW).toMillis();
    }

    @Override
    public Uni<Boolean> check(SignInCheck check) {
        Objects.requireNonNull(check, "check must not be null");
        return Uni.createFrom().item(() -> checkNow(check));
    }

    @Override
    public Uni<List<SignIn>> list(String principal) {
        Objects.requireNonNull(principal, "principal must not be null");
        return Uni.createFrom().item(() -> listNow(principal));
    }

    @Override
    public Uni<Void> end(String principal, String id) {
        Objects.requireNonNull(principal, "principal must not be null");
        Objects.requireNonNull(id, "id must not be null");
        return Uni.createFrom().voidItem().invoke(() -> endNow(principal, id));
    }

    @Override
    public Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId) {
        Objects.requireNonNull(principal, "principal must not be null");
        Objects.requireNonNull(before, "before must not be null");
        Objects.requireNonNull(exceptId, "exceptId must not be null");
        return Uni.createFrom().voidItem()
                .invoke(() -> endAllNow(principal, before.toEpochMilli(), exceptId.filter(SessionId::isOne)));
    }

    private synchronized boolean checkNow(SignInCheck check) {
        if (!SessionId.isOne(check.id())) {
            return false;
        }
        long now = clock.millis();
        UserSignIns user = users.get(check.principal());
        if (user != null && !user.isForgotten(now - retention) && !user.isToBeWritten(check, now)) {
            return user.isActive(check, now);
        }
        return written(check.principal(), now).register(check, now);
    }

    private synchronized List<SignIn> listNow(String principal) {
        UserSignIns user = users.get(principal);
        return user == null ? List.of() : user.list(clock.millis() - retention);
    }

    private synchronized void endNow(String principal, String id) {
        if (SessionId.isOne(id)) {
            long now = clock.millis();
            written(principal, now).end(id, now);
        }
    }

    private synchronized void endAllNow(String principal, long before, Optional<String> exceptId) {
        long now = clock.millis();
        written(principal, now).endAll(before, exceptId.orElse(null), now);
    }

    /** Returns the sign-ins of the user, moved to the end of the map, after old ones have been forgotten. */
    private UserSignIns written(String principal, long now) {
        UserSignIns user = users.remove(principal);
        Iterator<UserSignIns> idleLongest = users.values().iterator();
        while (idleLongest.hasNext()
                && (idleLongest.next().isForgotten(now - retention) || users.size() >= MAX_USERS)) {
            idleLongest.remove();
        }
        if (user == null || user.isForgotten(now - retention)) {
            user = new UserSignIns();
        }
        users.put(principal, user);
        user.write(now, now - retention);
        return user;
    }
}
