package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;

class DurabilityTest {

    @Test
    void whatAServerMayForgetIsAWarningOnce() {
        try (RedisServer server = RedisServer.start("--maxmemory-policy", "allkeys-lru"); CapturedLog log = new CapturedLog()) {
            connectTwice(server.uri(), ProtocolVersion.RESP3);

            assertThat(log.messages("WARN")).containsExactly(
                    "Redis has maxmemory-policy allkeys-lru: when its memory is full, it may drop ended sign-ins, which are"
                            + " then active again. Set it to noeviction",
                    "Redis keeps nothing on disk: after a restart, it no longer knows which sign-ins have ended, and they are"
                            + " active again. Set appendonly to yes");
        }
    }

    @Test
    void aServerThatForgetsNothingIsNoWarning() {
        for (String[] options : List.of(new String[] { "--appendonly", "yes" }, new String[] { "--save", "3600 1" })) {
            try (RedisServer server = RedisServer.start(options); CapturedLog log = new CapturedLog()) {
                connectTwice(server.uri(), ProtocolVersion.RESP3);

                assertThat(log.messages()).isEmpty();
            }
        }
    }

    @Test
    void aServerThatDoesNotTellIsNoWarning() {
        try (RedisServer server = RedisServer.start("--rename-command", "CONFIG", ""); CapturedLog log = new CapturedLog()) {
            connectTwice(server.uri(), ProtocolVersion.RESP3);

            assertThat(log.messages()).containsExactly("The eviction and persistence settings of Redis could not be read");
        }
    }

    /** Version 2 of the protocol has no maps. */
    @Test
    void oldClientsAreToldTheSame() {
        try (RedisServer server = RedisServer.start(); CapturedLog log = new CapturedLog()) {
            connectTwice(server.uri(), ProtocolVersion.RESP2);

            assertThat(log.messages("WARN")).hasSize(1);
        }
    }

    private static void connectTwice(String uri, ProtocolVersion protocol) {
        Vertx vertx = Vertx.vertx();
        Durability durability = new Durability();
        RedisOptions options = new RedisOptions().setConnectionString(uri)
                .setPreferredProtocolVersion(protocol);
        for (int i = 0; i < 2; i++) {
            try (RedisLink link = new RedisLink(vertx, () -> Redis.createClient(vertx, options), durability,
                    () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()))) {
                get(link.send(Request.cmd(Command.PING))); // answered after the question that was sent before it
                get(link.send(Request.cmd(Command.PING)));
            }
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
