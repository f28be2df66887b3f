package io.quarkiverse.usersession.testing;

import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The configuration of an application in this JVM, as a {@code @QuarkusTest} has it, until it is closed. */
final class RunningWith implements AutoCloseable {

    private final SmallRyeConfig config;

    /** @param settings by their keys below the prefix of the extension */
    RunningWith(Map<String, String> settings) {
        Map<String, String> properties = settings.entrySet().stream().collect(
                Collectors.toMap(setting -> UserSessionConfig.PREFIX + "." + setting.getKey(), Map.Entry::getValue));
        config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValue(UserSessionConfig.SECRET_KEY, UserSessionConfig.SECRET_DEFAULT)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(UserSessionConfig.class)
                .build();
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        resolver.releaseConfig(resolver.getConfig());
        resolver.registerConfig(config, Thread.currentThread().getContextClassLoader());
    }

    @Override
    public void close() {
        ConfigProviderResolver.instance().releaseConfig(config);
    }
}
