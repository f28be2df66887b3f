package io.quarkiverse.usersession.runtime.config;

import java.util.OptionalInt;

import io.quarkus.runtime.configuration.ConfigBuilder;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigSourceInterceptorFactory;
import io.smallrye.config.Priorities;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Makes all settings of named sessions available. The build adds their names, in a class that it generates. */
public abstract class NamedSessionsConfigBuilder implements ConfigBuilder {

    /** The names of the sessions that the application injects. */
    protected abstract String[] sessions();

    /** The settings of a named session, such as {@code cookie.name}. */
    protected abstract String[] settings();

    @Override
    public SmallRyeConfigBuilder configBuilder(SmallRyeConfigBuilder builder) {
        return builder.withInterceptorFactories(factory(sessions(), settings()));
    }

    static ConfigSourceInterceptorFactory factory(String[] sessions, String[] settings) {
        return new ConfigSourceInterceptorFactory() {

            @Override
            public ConfigSourceInterceptor getInterceptor(ConfigSourceInterceptorContext context) {
                return new NamedSessionKeys(sessions, settings);
            }

            // between profiles (200) and expressions (300), so that both count for the other spellings too
            @Override
            public OptionalInt getPriority() {
                return OptionalInt.of(Priorities.LIBRARY + 250);
            }
        };
    }
}
