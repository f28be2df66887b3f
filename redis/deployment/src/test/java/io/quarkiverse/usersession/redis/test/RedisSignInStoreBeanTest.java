package io.quarkiverse.usersession.redis.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.redis.runtime.OwnClients;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.quarkus.arc.Arc;
import io.quarkus.redis.client.RedisOptionsCustomizer;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.RedisReplicas;
import io.vertx.redis.client.RedisRole;

/** An application that adds the extension has a store, by the settings of one of Quarkus' clients. */
class RedisSignInStoreBeanTest {

    private static final RedisServer SERVER = RedisServer.shared("RedisSignInStoreBeanTest");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Options.class))
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .overrideConfigKey("quarkus.user-session.max-age", "2H")
            .overrideConfigKey("quarkus.user-session.sign-in.store.redis.client-name", "sessions")
            .overrideConfigKey("quarkus.redis.devservices.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.redis.sessions.replicas", "always")
            .overrideRuntimeConfigKey("quarkus.redis.sessions.role", "replica")
            .overrideRuntimeConfigKey("quarkus.redis.sessions.hosts", SERVER.uri());

    @Inject
    SignInStore store;

    @Inject
    OwnClients ownClients;

    @ConfigProperty(name = "quarkus.application.name")
    String application;

    @Test
    void signInsAreKeptOnTheServerOfTheNamedClient() {
        SignInCheck check = new SignInCheck("ada", "AAAAAAAAAAAAAAAA", Instant.now(), Optional.empty());

        assertThat(get(store.check(check))).isTrue();
        assertThat(get(store.list("ada"))).hasSize(1);
        get(store.end("ada", check.id()));
        assertThat(get(store.check(check))).isFalse();

        String key = SERVER.command("KEYS", "*");
        assertThat(key).startsWith(application + ":{");
        assertThat(Long.parseLong(SERVER.command("TTL", key))).isBetween(7_200L, 7_260L);
    }

    /** They would be in Quarkus' readiness check, and an outage of Redis would take all replicas away. */
    @Test
    void noClientOfQuarkusIsMade() {
        assertThat(Arc.container().listAll(Redis.class, Any.Literal.INSTANCE)).isEmpty();
    }

    /** A gauge belongs to whoever registers it first, which must not be ours where the application uses the same client. */
    @Test
    void theMetricsOfItsClientHaveANameOfTheirOwn() {
        get(store.list("ada"));
        assertThat(Options.OF_CLIENTS).isNotEmpty().allSatisfy(options -> {
            assertThat(options.getPoolName()).isEqualTo("user-session");
            assertThat(options.getNetClientOptions().getMetricsName()).isEqualTo("redis|user-session");
        });

        RedisOptions ofTheApplication = new RedisOptions().setPoolName("sessions");
        ownClients.customize("sessions", ofTheApplication);
        assertThat(ofTheApplication.getPoolName()).isEqualTo("sessions");
    }

    @Test
    void replicasAreNeverAskedAsTheyLearnLateWhatWasEnded() {
        get(store.list("ada"));
        assertThat(Options.OF_CLIENTS).isNotEmpty().allSatisfy(options -> {
            assertThat(options.getUseReplicas()).isEqualTo(RedisReplicas.NEVER);
            assertThat(options.getRole()).isEqualTo(RedisRole.MASTER);
        });
    }

    /** Notes the options of all clients that are made. */
    @Singleton
    public static class Options implements RedisOptionsCustomizer {

        static final List<RedisOptions> OF_CLIENTS = new CopyOnWriteArrayList<>();

        @Override
        public void customize(String clientName, RedisOptions options) {
            assertThat(clientName).isEqualTo("sessions");
            OF_CLIENTS.add(options);
        }
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
