package io.quarkiverse.usersession.redis.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

class RedisFailuresTest {

    @Test
    void theKindOfAFailureIsTheFirstWordOfTheServer() {
        assertThat(RedisFailures.kind(new Exception("WRONGTYPE Operation against a key"))).isEqualTo("WRONGTYPE");
        assertThat(RedisFailures.kind(new Exception("CONNECTION_CLOSED"))).isEqualTo("CONNECTION_CLOSED");
        assertThat(RedisFailures.kind(new ConnectException("Connection refused: redis.example.com")))
                .isEqualTo("java.net.ConnectException");
        assertThat(RedisFailures.kind(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void anErrorIsAnAnswerAndALostConnectionIsNone() {
        assertThat(RedisFailures.isAnswer(new Exception("OOM command not allowed"))).isTrue();
        assertThat(RedisFailures.isAnswer(new Exception("CONNECTION_CLOSED"))).isFalse();
        assertThat(RedisFailures.isAnswer(new ConnectException("Connection refused: redis.example.com"))).isFalse();
        assertThat(RedisFailures.isAnswer(new IllegalStateException())).isFalse();
    }

    /** Redis repeats the arguments of a command that it does not know. */
    @Test
    void noArgumentOfACommandIsLogged() {
        try (RedisServer server = RedisServer.start("--rename-command", "HMGET", "");
                Links links = new Links();
                CapturedLog log = new CapturedLog()) {
            Request request = Request.cmd(Command.HMGET).arg("private key").arg("private agent");

            assertThatThrownBy(() -> Links.get(links.to(server).send(request))).hasMessageContaining("private agent");

            assertThat(log.messages()).containsExactly("A Redis command failed: ERR");
        }
    }
}
