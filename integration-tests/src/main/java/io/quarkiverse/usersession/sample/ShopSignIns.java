package io.quarkiverse.usersession.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.smallrye.mutiny.Uni;

/**
 * Remembers in memory who is signed in where, for a shop with one replica. A restart forgets which sign-ins have ended. With
 * several replicas, or if that is not good enough, delete this class and add the extension quarkus-user-session-redis.
 * <p>
 * It is bounded: of more than 10,000 users, those who were asked about longest ago are forgotten. What was ended stays ended
 * then, and a sign-in that is older than such an ending has to be repeated. So has one that was bound to a browser.
 */
@ApplicationScoped
class ShopSignIns implements SignInStore {

    static final int MAX_USERS = 10_000;

    private static final Duration SKEW = Duration.ofSeconds(60); // clocks of replicas may differ by as much

    private final InstantSource clock;
    private final long retention;
    private final Map<String, UserSignIns> users = new LinkedHashMap<>(); // who was asked about longest ago comes first
    private long forgotten = Long.MIN_VALUE; // a mark for all users who are not known

    @Inject
    ShopSignIns(@ConfigProperty(name = "quarkus.user-session.max-age", defaultValue = "365D") Duration maxAge) {
        this(InstantSource.system(), maxAge);
    }

    ShopSignIns(InstantSource clock, Duration maxAge) {
        this.clock = clock;
        this.retention = maxAge.plus(SKEW).toMillis();
    }

    @Override
    public Uni<Boolean> check(SignInCheck check) {
        return answer(() -> UserSignIns.isId(check.id()) && user(check.principal()).check(check, clock.millis()));
    }

    @Override
    public Uni<List<SignIn>> list(String principal) {
        return answer(() -> users.containsKey(principal) ? user(principal).list() : List.of());
    }

    @Override
    public Uni<Void> end(String principal, String id) {
        return answer(() -> {
            if (UserSignIns.isId(id)) {
                user(principal).end(id, clock.millis());
            }
            return null;
        });
    }

    @Override
    public Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId) {
        return answer(() -> {
            user(principal).endAll(before.toEpochMilli(), exceptId.filter(UserSignIns::isId), clock.millis());
            return null;
        });
    }

    /** Runs one operation at a time, each when it is subscribed to. None takes long, so the event loop can wait for it. */
    private <T> Uni<T> answer(Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            synchronized (users) {
                return work.get();
            }
        });
    }

    /** The sign-ins of a user, after old ones have been forgotten. */
    private UserSignIns user(String principal) {
        long oldest = clock.millis() - retention;
        UserSignIns user = users.remove(principal);
        Iterator<UserSignIns> longestAgo = users.values().iterator();
        while (longestAgo.hasNext()) {
            UserSignIns other = longestAgo.next();
            boolean old = other.isOlderThan(oldest);
            if (!old && users.size() < MAX_USERS) {
                break;
            }
            if (!old) {
                forgotten = Math.max(forgotten, other.lastKeptOut());
            }
            longestAgo.remove();
        }
        if (user == null || user.isOlderThan(oldest)) {
            user = new UserSignIns(forgotten);
        }
        user.forget(oldest);
        users.put(principal, user);
        return user;
    }
}
