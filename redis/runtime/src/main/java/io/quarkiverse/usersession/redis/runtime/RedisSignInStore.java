package io.quarkiverse.usersession.redis.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Keeps sign-ins in Redis: one hash for each user, with a field for each sign-in, and the mark in the field {@code !}. Checking
 * a registered sign-in takes one {@code HMGET}. Everything that writes is a {@link Script}.
 */
final class RedisSignInStore implements SignInStore {

    private static final String MARK = "!";
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final RedisCommands redis;
    private final UserKeys keys;
    private final InstantSource clock;
    private final long retention;
    private final LastUses lastUses;

    /**
     * @param maxAge how long a cookie can live without being written again
     * @param calls for what no request waits for
     */
    RedisSignInStore(RedisCommands redis, String prefix, InstantSource clock, Duration maxAge, PatientCalls calls) {
        this.redis = redis;
        this.keys = new UserKeys(prefix);
        this.clock = clock;
        this.retention = maxAge.plus(SKEW).toMillis();
        this.lastUses = new LastUses(calls);
    }

    @Override
    public Uni<Boolean> check(SignInCheck check) {
        Objects.requireNonNull(check, "check must not be null");
        if (!SessionId.isOne(check.id())) {
            return Uni.createFrom().item(false);
        }
        String key = keys.key(check.principal());
        return redis.read(Request.cmd(Command.HMGET).arg(key).arg(check.id()).arg(MARK))
                .flatMap(fields -> judge(key, check, fields.get(0), fields.get(1)))
                .onFailure().transform(RedisFailures::ofSignIns);
    }

    private Uni<Boolean> judge(String key, SignInCheck check, Response field, Response mark) {
        if (field == null) {
            return isBefore(check, mark) ? Uni.createFrom().item(false) : write(key, check);
        }
        StoredSignIn signIn = StoredSignIn.parse(field.toString());
        long now = clock.millis();
        if (signIn.isToBeBound(check.bound())) {
            return write(key, check); // other replicas are to know before anybody goes on
        }
        boolean active = signIn.isActive(check.bound(), now);
        if (active && signIn.isToBeTouched(now)) {
            lastUses.write(() -> write(key, check).onFailure().transform(RedisFailures::ofSignIns));
        }
        return Uni.createFrom().item(active);
    }

    private static boolean isBefore(SignInCheck check, Response mark) {
        return mark != null && check.signedInAt().toEpochMilli() < StoredSignIn.parseMark(mark.toString());
    }

    private Uni<Boolean> write(String key, SignInCheck check) {
        return run(Script.CHECK, key, check.id(), String.valueOf(check.signedInAt().toEpochMilli()),
                check.userAgent().map(agent -> ',' + agent).orElse(""), check.bound() ? "1" : "0")
                .map(active -> active.toInteger() == 1);
    }

    @Override
    public Uni<List<SignIn>> list(String principal) {
        String key = keys.key(Objects.requireNonNull(principal, "principal must not be null"));
        return redis.send(Request.cmd(Command.HGETALL).arg(key)).map(fields -> active(Pairs.of(fields)))
                .onFailure().transform(RedisFailures::ofSignIns);
    }

    private List<SignIn> active(Map<String, String> fields) {
        long oldest = clock.millis() - retention;
        List<SignIn> signIns = new ArrayList<>();
        fields.forEach((id, field) -> {
            if (!id.equals(MARK)) {
                StoredSignIn signIn = StoredSignIn.parse(field);
                if (!signIn.isEnded() && signIn.at() >= oldest) {
                    signIns.add(signIn.toSignIn(id));
                }
            }
        });
        signIns.sort(Comparator.comparing(SignIn::signedInAt).reversed());
        return List.copyOf(signIns);
    }

    @Override
    public Uni<Void> end(String principal, String id) {
        String key = keys.key(Objects.requireNonNull(principal, "principal must not be null"));
        if (!SessionId.isOne(Objects.requireNonNull(id, "id must not be null"))) {
            return Uni.createFrom().voidItem();
        }
        return end(Script.END, key, id);
    }

    @Override
    public Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId) {
        String key = keys.key(Objects.requireNonNull(principal, "principal must not be null"));
        String except = exceptId.filter(SessionId::isOne).orElse("");
        return end(Script.END_ALL, key, String.valueOf(before.toEpochMilli()), except);
    }

    private Uni<Void> end(Script script, String key, String... arguments) {
        return run(script, key, arguments).replaceWithVoid().onFailure().transform(RedisFailures::ofSignIns);
    }

    private Uni<Response> run(Script script, String key, String... arguments) {
        return Uni.createFrom().deferred(() -> {
            String now = String.valueOf(clock.millis());
            return redis.send(request(Command.EVALSHA, script.sha1(), key, now, arguments))
                    .onFailure(RedisFailures::isScriptMissing)
                    .recoverWithUni(() -> redis.send(request(Command.EVAL, script.text(), key, now, arguments)));
        });
    }

    private Request request(Command command, String script, String key, String now, String... arguments) {
        Request request = Request.cmd(command).arg(script).arg(1).arg(key).arg(now).arg(retention);
        for (String argument : arguments) {
            request.arg(argument);
        }
        return request;
    }
}
