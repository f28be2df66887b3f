package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The default configuration, and what a test changes in it. */
public final class TestConfig implements UserSessionConfig, UserSessionConfig.CookieConfig {

    public String secret;
    public Duration maxAge = Duration.ofDays(365);
    public Duration renewAfter;
    public Duration absoluteTimeout;
    public boolean cacheHeaders = true;
    public String name = "__session";
    public String path = "/";
    public String domain;
    public SameSite sameSite = SameSite.LAX;
    public boolean httpOnly = true;
    public Secure secure = Secure.AUTO;
    public boolean partitioned;

    private TestConfig() {
    }

    /** The configuration as Quarkus reads it: keys below the prefix, each with its value. */
    public static UserSessionConfig of(String... keysAndValues) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(UserSessionConfig.PREFIX + "." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(UserSessionConfig.class)
                .build()
                .getConfigMapping(UserSessionConfig.class);
    }

    public static TestConfig with(Consumer<TestConfig> change) {
        TestConfig config = new TestConfig();
        change.accept(config);
        return config;
    }

    @Override
    public Optional<String> secret() {
        return Optional.ofNullable(secret);
    }

    @Override
    public Optional<List<String>> acceptedSecrets() {
        return Optional.empty();
    }

    @Override
    public ImportConfig importing() {
        return of().importing();
    }

    @Override
    public SignInConfig signIn() {
        return of().signIn();
    }

    @Override
    public Map<String, NamedSessionConfig> named() {
        return Map.of();
    }

    @Override
    public Duration maxAge() {
        return maxAge;
    }

    @Override
    public Optional<Duration> renewAfter() {
        return Optional.ofNullable(renewAfter);
    }

    @Override
    public Optional<Duration> absoluteTimeout() {
        return Optional.ofNullable(absoluteTimeout);
    }

    @Override
    public boolean cacheHeaders() {
        return cacheHeaders;
    }

    @Override
    public CookieConfig cookie() {
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Optional<String> domain() {
        return Optional.ofNullable(domain);
    }

    @Override
    public SameSite sameSite() {
        return sameSite;
    }

    @Override
    public boolean httpOnly() {
        return httpOnly;
    }

    @Override
    public Secure secure() {
        return secure;
    }

    @Override
    public boolean partitioned() {
        return partitioned;
    }
}
