package io.quarkiverse.usersession.redis.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.store.InMemorySignInStore;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.redis.runtime.client.config.RedisConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.StartupContext;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;

class RedisSignInRecorderTest {

    private static final String CLIENT_NAME = "quarkus.user-session.sign-in.store.redis.client-name";
    private static final String PREFIX = "quarkus.user-session.sign-in.store.redis.prefix";

    @Test
    void productionDoesNotStartWithoutAServer() {
        assertThatThrownBy(() -> store(LaunchMode.NORMAL, Map.of())).isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "quarkus.redis.hosts is not set, but the extension quarkus-user-session-redis remembers sign-ins in"
                                + " Redis: set it to the address of the server, such as redis://redis.example.com:6379, or"
                                + " remove the extension");
        assertThatThrownBy(() -> store(LaunchMode.NORMAL, Map.of(CLIENT_NAME, "sessions", "quarkus.redis.hosts", "redis://a")))
                .isInstanceOf(ConfigurationException.class).hasMessageStartingWith("quarkus.redis.sessions.hosts is not set");
    }

    @Test
    void productionDoesNotStartWithAClientThatIsOff() {
        assertThatThrownBy(
                () -> store(LaunchMode.NORMAL, Map.of("quarkus.redis.hosts", "redis://a", "quarkus.redis.active", "false")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "quarkus.redis.active is false, but the extension quarkus-user-session-redis remembers sign-ins in"
                                + " Redis: set it to true, or remove the extension");
    }

    @ParameterizedTest
    @EnumSource(value = LaunchMode.class, names = { "DEVELOPMENT", "TEST" })
    void otherModesRememberSignInsInMemoryWithoutAServer(LaunchMode mode) {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(store(mode, Map.of())).isInstanceOf(InMemorySignInStore.class);

            assertThat(log.messages()).containsExactly("quarkus.redis.hosts is not set, so sign-ins are remembered in memory: a"
                    + " restart forgets which have ended. In production, the application would not start");
        }
    }

    @ParameterizedTest
    @EnumSource(value = LaunchMode.class, names = { "DEVELOPMENT", "TEST", "NORMAL" })
    void aServerIsUsedInEachMode(LaunchMode mode) {
        assertThat(store(mode, Map.of("quarkus.redis.hosts", "redis://127.0.0.1:1"))).isInstanceOf(RedisSignInStore.class);
        assertThat(store(mode, Map.of("quarkus.redis.sessions.hosts", "redis://127.0.0.1:1", CLIENT_NAME, "sessions")))
                .isInstanceOf(RedisSignInStore.class);
    }

    @Test
    void settingsOfTheClientThatCanNotBeUsedFailTheStart() {
        assertThatThrownBy(() -> store(LaunchMode.NORMAL, Map.of("quarkus.redis.hosts", "redis://a,redis://b")))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("Multiple Redis hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = { " ", "a b", "a{b", "a}b", "a\nb", "a\0b" })
    void aPrefixThatKeysCanNotBeginWithFailsTheStart(String prefix) {
        assertThatThrownBy(
                () -> store(LaunchMode.NORMAL, Map.of("quarkus.redis.hosts", "redis://127.0.0.1:1", PREFIX, prefix)))
                .isInstanceOf(ConfigurationException.class).hasMessageStartingWith(PREFIX + " must not be empty");
    }

    private static SignInStore store(LaunchMode mode, Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(UserSessionConfig.class)
                .withMapping(RedisStoreConfig.class)
                .withMapping(RedisConfig.class)
                .build();
        RedisSignInRecorder recorder = new RedisSignInRecorder(
                new RuntimeValue<>(config.getConfigMapping(UserSessionConfig.class)),
                new RuntimeValue<>(config.getConfigMapping(RedisStoreConfig.class)),
                new RuntimeValue<>(config.getConfigMapping(RedisConfig.class)));
        StartupContext context = new StartupContext();
        Vertx vertx = Vertx.vertx();
        try {
            return recorder.store(mode, "shop", new RuntimeValue<>(vertx), NoTls::new, NoProxies::new,
                    (ShutdownContext) context.getValue(ShutdownContext.class.getName())).getValue();
        } finally {
            context.close();
            vertx.close();
        }
    }

    static final class NoTls implements TlsConfigurationRegistry {

        @Override
        public Optional<TlsConfiguration> get(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }

    static final class NoProxies implements ProxyConfigurationRegistry {

        @Override
        public Optional<ProxyConfiguration> get(Optional<String> name) {
            return Optional.empty();
        }
    }
}
