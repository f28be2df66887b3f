package io.quarkiverse.usersession.redis.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.usersession.redis.runtime.RedisSignInRecorderTest.NoProxies;
import io.quarkiverse.usersession.redis.runtime.RedisSignInRecorderTest.NoTls;
import io.quarkiverse.usersession.runtime.stored.InMemoryValueStore;
import io.quarkiverse.usersession.runtime.stored.ValueStore;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.redis.runtime.client.config.RedisConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.StartupContext;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;

class RedisValueRecorderTest {

    @Test
    void productionDoesNotStartWithoutAServer() {
        assertThatThrownBy(
                () -> store(LaunchMode.NORMAL, Map.of("quarkus.user-session.stored-values.redis.client-name", "values")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("quarkus.redis.values.hosts is not set, but the extension quarkus-user-session-redis keeps each"
                        + " StoredValue in Redis: set it to the address of the server, such as redis://redis.example.com:6379,"
                        + " or don't inject a StoredValue");
    }

    @ParameterizedTest
    @EnumSource(value = LaunchMode.class, names = { "DEVELOPMENT", "TEST" })
    void otherModesKeepValuesInMemoryWithoutAServer(LaunchMode mode) {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(store(mode, Map.of())).isInstanceOf(InMemoryValueStore.class);

            assertThat(log.messages()).containsExactly("quarkus.redis.hosts is not set, so each StoredValue is kept in memory:"
                    + " a restart forgets them. In production, the application would not start");
        }
    }

    @ParameterizedTest
    @EnumSource(value = LaunchMode.class, names = { "DEVELOPMENT", "TEST", "NORMAL" })
    void aServerIsUsedInEachMode(LaunchMode mode) {
        assertThat(store(mode, Map.of("quarkus.redis.hosts", "redis://127.0.0.1:1"))).isInstanceOf(RedisValueStore.class);
    }

    @Test
    void aPrefixThatKeysCanNotBeginWithFailsTheStart() {
        assertThatThrownBy(() -> store(LaunchMode.NORMAL,
                Map.of("quarkus.redis.hosts", "redis://127.0.0.1:1", "quarkus.user-session.stored-values.redis.prefix", "a{b")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.stored-values.redis.prefix must not be empty");
    }

    private static ValueStore store(LaunchMode mode, Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(RedisValuesConfig.class)
                .withMapping(RedisConfig.class)
                .build();
        StartupContext context = new StartupContext();
        Vertx vertx = Vertx.vertx();
        try {
            return new RedisValueRecorder(new RuntimeValue<>(config.getConfigMapping(RedisValuesConfig.class)),
                    new RuntimeValue<>(config.getConfigMapping(RedisConfig.class)))
                    .store(mode, "shop", new RuntimeValue<>(vertx), NoTls::new, NoProxies::new,
                            (ShutdownContext) context.getValue(ShutdownContext.class.getName()))
                    .getValue();
        } finally {
            context.close();
            vertx.close();
        }
    }
}
