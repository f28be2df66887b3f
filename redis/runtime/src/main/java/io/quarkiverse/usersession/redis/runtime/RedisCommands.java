package io.quarkiverse.usersession.redis.runtime;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Sends commands to Redis. The answer arrives on the Vert.x context of the subscriber, if there is one. */
interface RedisCommands {

    Uni<Response> send(Request request);

    /** The same for a command that changes nothing. It is sent together with others, and may be sent twice. */
    Uni<Response> read(Request request);
}
