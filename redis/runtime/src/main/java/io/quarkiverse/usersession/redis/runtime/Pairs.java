package io.quarkiverse.usersession.redis.runtime;

import java.util.HashMap;
import java.util.Map;

import io.vertx.redis.client.Response;

/** Reads replies with names and values: a map in version 3 of the protocol, and a list of both in version 2. */
final class Pairs {

    private Pairs() {
    }

    static Map<String, String> of(Response reply) {
        Map<String, String> pairs = new HashMap<>();
        if (reply.isMap()) {
            for (String name : reply.getKeys()) {
                pairs.put(name, reply.get(name).toString());
            }
        } else {
            for (int i = 0; i + 1 < reply.size(); i += 2) {
                pairs.put(reply.get(i).toString(), reply.get(i + 1).toString());
            }
        }
        return pairs;
    }
}
