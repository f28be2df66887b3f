package io.quarkiverse.usersession.redis.runtime;

import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.runtime.stored.ValueStore;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Large values on Redis: a string for each, under {@code <prefix>:value:{family}:version}, and a list of the last versions of
 * each family under {@code <prefix>:value:{family}}. A value that was replaced gets another name, {@code …:replaced}, under
 * which no
 * reader prolongs it. The braces keep a family together on one node (Redis Cluster specification). All that is part of a key
 * comes from a {@link StoredReference}, which is checked.
 */
final class RedisValueStore implements ValueStore {

    private static final String REPLACED = ":replaced";

    /** How much is removed in one step, so that no user can keep the server busy for long. */
    static final int REMEMBERED_VERSIONS = 1_000;

    private static final String REMOVE = """
            for _, version in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
                redis.call('DEL', KEYS[1] .. ':' .. version, KEYS[1] .. ':' .. version .. ':replaced')
            end
            return redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
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
        // on one connection, so in this order: no value is there that its family does not know
        return all(Request.cmd(Command.LPUSH).arg(family(reference)).arg(reference.version()),
                Request.cmd(Command.LTRIM).arg(family(reference)).arg(0).arg(REMEMBERED_VERSIONS - 1),
                keepFamily(reference, seconds),
                Request.cmd(Command.SET).arg(key(reference)).arg(sealed).arg("EX").arg(seconds));
    }

    /** A little longer than its values live, and longer than a replaced value is kept. */
    private Request keepFamily(StoredReference reference, long seconds) {
        return Request.cmd(Command.EXPIRE).arg(family(reference)).arg(seconds + REPLACED_SECONDS);
    }

    @Override
    public Uni<byte[]> get(StoredReference reference, long seconds) {
        return Uni.combine().all()
                .unis(redis.send(keepFamily(reference, seconds)),
                        redis.send(Request.cmd(Command.GETEX).arg(key(reference)).arg("EX").arg(seconds)))
                .with((kept, value) -> bytes((Response) value))
                .flatMap(bytes -> bytes == null ? replaced(reference) : Uni.createFrom().item(bytes));
    }

    private Uni<byte[]> replaced(StoredReference reference) {
        return redis.send(Request.cmd(Command.GET).arg(key(reference) + REPLACED)).map(RedisValueStore::bytes);
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
        return all(keepFamily(reference, seconds), Request.cmd(Command.EXPIRE).arg(key(reference)).arg(seconds));
    }

    @Override
    public Uni<Void> retire(StoredReference reference) {
        String replaced = key(reference) + REPLACED;
        // where it was replaced before, by an old cookie, its time goes on
        return all(Request.cmd(Command.RENAME).arg(key(reference)).arg(replaced),
                Request.cmd(Command.EXPIRE).arg(replaced).arg(REPLACED_SECONDS).arg("LT"));
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

    private Uni<Void> all(Request... requests) {
        Uni<?>[] answers = new Uni<?>[requests.length];
        for (int i = 0; i < requests.length; i++) {
            answers[i] = redis.send(requests[i]);
        }
        return Uni.combine().all().unis(answers).with(done -> null);
    }
}
