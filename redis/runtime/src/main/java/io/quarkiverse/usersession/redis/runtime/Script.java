package io.quarkiverse.usersession.redis.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Changes one user's hash in one step. All scripts have one key, the current time and the lifetime of the hash, both in
 * milliseconds, and then arguments of their own. The time is that of the application, like the times in cookies.
 */
enum Script {

    /**
     * Judges a sign-in, registers it, and notes that it was seen and is bound. Arguments: its id, when it began, the user agent
     * with a comma before it, and 1 if the check is bound. Gives 1 if it is active.
     */
    CHECK("", """
            local id, began, agent, bound = ARGV[3], ARGV[4], ARGV[5], ARGV[6] == '1'
            local field, since = redis.call('HGET', key, id), nil
            if field then
                local state, _, at, known = read(field)
                if state == 'e' or state == 'b' and not bound and now - tonumber(known) > 10000 then
                    return 0
                end
                if (state == 'b' or state == 'a' and not bound) and now - at <= 60000 then
                    return 1
                end
                if state == 'b' then
                    since = known
                end
                if agent == '' then
                    agent = string.match(field, '^%a[%d:-]+,%-?%d+(,.*)$') or ''
                end
            else
                local mark = redis.call('HGET', key, '!')
                if mark and tonumber(began) < tonumber(mark) then
                    return 0
                end
            end
            if bound and not since then
                since = ARGV[1]
            end
            local text = since and 'b' .. began .. ':' .. since or 'a' .. began
            redis.call('HSET', key, id, text .. ',' .. ARGV[1] .. agent)
            tidy(id)
            return 1
            """),

    /** Ends a sign-in. Argument: its id. */
    END(Script.ALSO_WHEN_FULL, """
            stop(ARGV[3], redis.call('HGET', key, ARGV[3]))
            tidy(ARGV[3])
            return 1
            """),

    /** Ends all sign-ins except one. Arguments: the mark, and the id of the exception, or nothing. */
    END_ALL(Script.ALSO_WHEN_FULL, """
            local before, except = ARGV[3], ARGV[4]
            raise(tonumber(before))
            local fields = redis.call('HGETALL', key)
            local stays = except == ''
            for i = 1, #fields, 2 do
                if fields[i] == except then
                    stays = true
                elseif fields[i] ~= '!' then
                    stop(fields[i], fields[i + 1])
                end
            end
            if not stays then
                redis.call('HSET', key, except, 'u' .. before .. ',' .. ARGV[1])
            end
            tidy(except)
            return 1
            """);

    // Redis 7.0: otherwise nobody could be signed out while it is full, and what this adds is bounded
    private static final String ALSO_WHEN_FULL = "#!lua flags=allow-oom\n";

    /**
     * Times that become part of a text stay texts. Lua would write a number as 1.7e+12, and only Redis writes it in full.
     */
    private static final String COMMON = """
            local key, now, ttl = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])

            local function read(field)
                local state, began, bound, at = string.match(field, '^([abue])(%-?%d+):?(%-?%d*),(%-?%d+)')
                return state, began, tonumber(at), bound
            end

            local function raise(to)
                local mark = redis.call('HGET', key, '!')
                if not mark or tonumber(mark) < to then
                    redis.call('HSET', key, '!', to)
                end
            end

            local function stop(id, field)
                local began = ARGV[1]
                if field then
                    local state, known = read(field)
                    if state == 'e' then
                        return
                    end
                    if state == 'a' or state == 'b' then
                        began = known
                    end
                end
                redis.call('HSET', key, id, 'e' .. began .. ',' .. ARGV[1])
            end

            -- drops what has been idle for too long, and of more than 100 those that have been idle longest, but not the one just
            -- written; where an ended or a bound one goes, the mark takes its place
            local function tidy(written)
                -- another replica's sessions may live longer, and what has ended must be remembered for as long
                local longer = redis.call('PTTL', key) > ttl
                local fields, others = redis.call('HGETALL', key), {}
                for i = 1, #fields, 2 do
                    local id = fields[i]
                    if id ~= '!' and id ~= written then
                        local state, began, at = read(fields[i + 1])
                        if at < now - ttl and not longer then
                            redis.call('HDEL', key, id)
                        else
                            others[#others + 1] = { id = id, marks = state == 'e' or state == 'b', began = tonumber(began), at = at }
                        end
                    end
                end
                local surplus = #others - (written == '' and 100 or 99)
                if surplus > 0 then
                    table.sort(others, function(a, b)
                        if a.at ~= b.at then
                            return a.at < b.at
                        elseif a.began ~= b.began then
                            return a.began < b.began
                        end
                        return a.id < b.id
                    end)
                    for i = 1, surplus do
                        redis.call('HDEL', key, others[i].id)
                        if others[i].marks then
                            raise(others[i].began + 1)
                        end
                    end
                end
                if not longer then
                    redis.call('PEXPIRE', key, ARGV[2])
                end
            end

            """;

    private final String text;
    private final String sha1;

    Script(String flags, String body) {
        text = flags + COMMON + body;
        sha1 = sha1(text);
    }

    String text() {
        return text;
    }

    /** The digest by which a server knows a script that it has run. */
    String sha1() {
        return sha1;
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
