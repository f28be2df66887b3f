package io.quarkiverse.usersession.redis.runtime;

import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.runtime.stored.ValueStore;
import io.quarkiverse.usersession.runtime.stored.ValueStoreException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Large values on Redis: a string for each, under {@code <prefix>:value:{family}:version}, and a list of the last versions of
 * each family under {@code <prefix>:value:{family}}. A value that was replaced gets another name, {@code …:replaced}, under
 * which no reader prolongs it. The braces keep a family together on one node (Redis Cluster specification). All that is part of
 * a key comes from a {@link StoredReference}, which is checked.
 */
final class RedisValueStore implements ValueStore {

    private static final String REPLACED = ":replaced";

    /** How much is removed in one step, so that no user can keep the server busy for long. */
    static final int REMEMBERED_VERSIONS = 1_000;

    // one step, so that the family knows all its values, and always has an expiry
    private static final String PUT = """
            redis.call('LPUSH', KEYS[1], ARGV[1])
            redis.call('LTRIM', KEYS[1], 0, ARGV[2])
            redis.call('EXPIRE', KEYS[1], ARGV[3])
            redis.call('SET', KEYS[2], ARGV[4], 'EX', ARGV[5])
            """;

    // if an old cookie replaces the value once more, it is kept no longer
    private static final String RETIRE = """
            if redis.call('EXISTS', KEYS[1]) == 1 then
                redis.call('RENAME', KEYS[1], KEYS[2])
                redis.call('EXPIRE', KEYS[2], ARGV[1], 'LT')
            end
            """;

    private static final String PROLONG = """
            redis.call('EXPIRE', KEYS[1], ARGV[1])
            if redis.call('EXISTS', KEYS[3]) == 1 then
                redis.call('RENAME', KEYS[3], KEYS[2])
            end
            redis.call('EXPIRE', KEYS[2], ARGV[2])
            """;

    private static final String REMOVE = """
            for _, version in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
                redis.call('DEL', KEYS[1] .. ':' .. version, KEYS[1] .. ':' .. version .. ':replaced')
            end
            redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
            """;

    private final RedisLink redis;
    private final String prefix;

    RedisValueStore(RedisLink redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix + ":value:{";
    }

    private String family(StoredReference reference) {
        return prefix + reference.family() + '}';
    }

    private String key(StoredReference reference) {
        return family(reference) + ':' + reference.version();
    }

    @Override
    public Uni<Void> put(StoredReference reference, byte[] sealed, long seconds) {
        return all(Request.cmd(Command.EVAL).arg(PUT).arg(2).arg(family(reference)).arg(key(reference))
                .arg(reference.version()).arg(REMEMBERED_VERSIONS - 1).arg(ofFamily(seconds)).arg(sealed).arg(seconds));
    }

    /** A little longer than its values live, and longer than a replaced value is kept. */
    private static long ofFamily(long seconds) {
        return seconds + REPLACED_SECONDS;
    }

    private Request keepFamily(StoredReference reference, long seconds) {
        return Request.cmd(Command.EXPIRE).arg(family(reference)).arg(ofFamily(seconds));
    }

    @Override
    public Uni<byte[]> get(StoredReference reference, long seconds) {
        return Uni.combine().all()
                .unis(send(keepFamily(reference, seconds)),
                        send(Request.cmd(Command.GETEX).arg(key(reference)).arg("EX").arg(seconds)))
                .with((kept, value) -> bytes((Response) value))
                .flatMap(bytes -> bytes == null ? replaced(reference) : Uni.createFrom().item(bytes));
    }

    private Uni<byte[]> replaced(StoredReference reference) {
        return send(Request.cmd(Command.GET).arg(key(reference) + REPLACED)).map(RedisValueStore::bytes);
    }

    private static byte[] bytes(Response value) {
        return value == null ? null : value.toBytes();
    }

    @Override
    public Uni<Void> reseal(StoredReference reference, byte[] sealed) {
        return all(Request.cmd(Command.SET).arg(key(reference)).arg(sealed).arg("XX").arg("KEEPTTL"));
    }

    @Override
    public Uni<Void> prolong(StoredReference reference, long seconds) {
        return all(Request.cmd(Command.EVAL).arg(PROLONG).arg(3).arg(family(reference)).arg(key(reference))
                .arg(key(reference) + REPLACED).arg(ofFamily(seconds)).arg(seconds));
    }

    @Override
    public Uni<Void> retire(StoredReference reference) {
        return all(Request.cmd(Command.EVAL).arg(RETIRE).arg(2).arg(key(reference)).arg(key(reference) + REPLACED)
                .arg(REPLACED_SECONDS));
    }

    @Override
    public Uni<Void> discard(StoredReference reference) {
        return all(Request.cmd(Command.DEL).arg(key(reference)),
                Request.cmd(Command.LREM).arg(family(reference)).arg(1).arg(reference.version()));
    }

    @Override
    public Uni<Void> remove(StoredReference reference) {
        return all(Request.cmd(Command.EVAL).arg(REMOVE).arg(3).arg(family(reference)).arg(key(reference))
                .arg(key(reference) + REPLACED));
    }

    private Uni<Response> send(Request request) {
        return redis.send(request)
                .onFailure(NotConnected.class).transform(failure -> new ValueStoreException(failure.getMessage()))
                .onFailure(RedisFailures::isAnswer)
                .transform(failure -> new ValueStoreException("Redis answered " + RedisFailures.kind(failure)));
    }

    private Uni<Void> all(Request... requests) {
        Uni<?>[] answers = new Uni<?>[requests.length];
        for (int i = 0; i < requests.length; i++) {
            answers[i] = send(requests[i]);
        }
        return Uni.combine().all().unis(answers).with(done -> null);
    }
}
