package io.quarkiverse.usersession.redis.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.security.SecureRandom;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SignInStoreException;
import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.runtime.stored.ValueStoreException;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
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

    @ParameterizedTest
    @ValueSource(strings = { "LOADING Redis is loading the dataset in memory", "READONLY You can't write against a read only"
            + " replica.", "MASTERDOWN Link with MASTER is down", "BUSY Redis is busy running a script",
            "NOAUTH Authentication"
                    + " required.",
            "NOPERM this user has no permissions to run the 'hmget' command", "WRONGPASS invalid"
                    + " username-password pair",
            "CLUSTERDOWN The cluster is down", "CONNECTION_CLOSED", "Connection is"
                    + " closed",
            "Failed obtaining connection to: redis://10.0.0.1" })
    void whatNoCommandCanPassIsAnOutage(String message) {
        SignInStoreException told = RedisFailures.ofSignIns(new Exception(message));

        assertThat(told.isUnavailable()).isTrue();
        assertThat(told.getMessage()).doesNotContain("hmget", "10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "WRONGTYPE Operation against a key", "OOM command not allowed", "MISCONF Redis is configured to"
            + " save RDB snapshots", "NOREPLICAS Not enough good replicas to write.", "CLUSTERDOWN Hash slot not served",
            "ERR user_script:4: attempt to compare nil with number", "Redis waiting queue is full" })
    void whatOneCommandMeetsIsNoOutage(String message) {
        assertThat(RedisFailures.ofSignIns(new Exception(message)).isUnavailable()).isFalse();
    }

    @Test
    void aFailureWithoutAnAnswerIsAnOutage() {
        assertThat(RedisFailures.ofSignIns(new ConnectException("refused: redis.example.com"))).hasMessage(
                "no connection to Redis: java.net.ConnectException").matches(SignInStoreException::isUnavailable);
        assertThat(RedisFailures.ofSignIns(new IllegalStateException()).isUnavailable()).isTrue();
    }

    @Test
    void whatTheStoreHasSaidItselfStays() {
        SignInStoreException told = SignInStoreException.unanswered("an entry can't be read");

        assertThat(RedisFailures.ofSignIns(told)).isSameAs(told);
    }

    /** Each user meets it, whatever Redis has said. */
    @Test
    void aConnectionThatCantBeOpenedIsAnOutage() {
        try (RedisServer server = RedisServer.start(); Links links = new Links()) {
            RedisLink link = links.to(new RedisOptions().setConnectionString(server.uri() + "/99"));
            RedisSignInStore signIns = new RedisSignInStore(link, "shop", InstantSource.system(), Links.MAX_AGE, links.calls());
            RedisValueStore values = new RedisValueStore(link, "shop");

            assertThatThrownBy(() -> Links.get(signIns.list("ada"))).isInstanceOfSatisfying(SignInStoreException.class,
                    told -> assertThat(told).hasMessage("Redis answered ERR").matches(SignInStoreException::isUnavailable));
            assertThatThrownBy(() -> Links.get(values.get(StoredReference.first(new SecureRandom()::nextBytes), 1)))
                    .isInstanceOf(ValueStoreException.class).hasMessage("Redis answered ERR");
        }
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
