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

/** The default session as it is without settings, and what a test changes in it. */
public final class TestConfig implements SessionConfig, CookieConfig {

    public String secret;
    public Duration maxAge;
    public Duration renewAfter;
    public Duration absoluteTimeout;
    public Boolean cacheHeaders;
    public String name;
    public String path;
    public String domain;
    public SameSite sameSite;
    public Boolean httpOnly;
    public Secure secure;
    public Boolean partitioned;

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

    public static UserSessionConfig with(Consumer<TestConfig> change) {
        TestConfig session = new TestConfig();
        change.accept(session);
        return new UserSessionConfig() {

            @Override
            public Map<String, SessionConfig> sessions() {
                return Map.of(UNNAMED_KEY, session);
            }

            @Override
            public SignInConfig signIn() {
                return of().signIn();
            }

            @Override
            public CrossOriginConfig crossOrigin() {
                return of().crossOrigin();
            }

            @Override
            public StoredValuesConfig storedValues() {
                return of().storedValues();
            }

            @Override
            public Optional<List<String>> trustedOrigins() {
                return Optional.empty();
            }
        };
    }

    /** The settings of the default session. */
    public static SessionSettings settings(Consumer<TestConfig> change) {
        return SessionSettings.of(with(change), UserSessionConfig.DEFAULT_SESSION);
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
        return of().sessions().get(UserSessionConfig.UNNAMED_KEY).importing();
    }

    @Override
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
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
    public Optional<Boolean> cacheHeaders() {
        return Optional.ofNullable(cacheHeaders);
    }

    @Override
    public CookieConfig cookie() {
        return this;
    }

    @Override
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    @Override
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    @Override
    public Optional<String> domain() {
        return Optional.ofNullable(domain);
    }

    @Override
    public Optional<SameSite> sameSite() {
        return Optional.ofNullable(sameSite);
    }

    @Override
    public Optional<Boolean> httpOnly() {
        return Optional.ofNullable(httpOnly);
    }

    @Override
    public Optional<Secure> secure() {
        return Optional.ofNullable(secure);
    }

    @Override
    public Optional<Boolean> partitioned() {
        return Optional.ofNullable(partitioned);
    }
}
