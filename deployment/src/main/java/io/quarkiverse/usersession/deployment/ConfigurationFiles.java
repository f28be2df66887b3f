package io.quarkiverse.usersession.deployment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * The application's own configuration files as they apply in one profile, without environment variables and system properties,
 * which differ where the application runs.
 */
final class ConfigurationFiles {

    private static final Pattern FILE = Pattern
            .compile("\\b(?:application|microprofile-config)(?:-([^/\\\\!\\]]+))?\\.(?:properties|ya?ml)\\b");

    /** Settings for these profiles only are not used in production. */
    private static final Set<String> OF_DEVELOPERS = Set.of("dev", "test");

    private final SmallRyeConfig config;

    private ConfigurationFiles(SmallRyeConfig config) {
        this.config = config;
    }

    /**
     * The files of each profile in which the application may run in production: the profile of the build, and those with
     * settings or files of their own.
     *
     * @param paths the paths of the files in the application
     */
    static List<ConfigurationFiles> ofAllProfiles(SmallRyeConfig build, Collection<String> paths) {
        List<ConfigurationFiles> all = new ArrayList<>();
        all.add(of(build.getConfigSources(), inOrder(build)));
        Set<String> others = profiles(build.getConfigSources(), paths);
        others.removeAll(build.getProfiles());
        for (String profile : others) {
            SmallRyeConfig withProfile = ConfigUtils.configBuilder().withSources(
                    new PropertiesConfigSource(Map.of("quarkus.profile", profile), "profile", Integer.MAX_VALUE)).build();
            all.add(of(withProfile.getConfigSources(), inOrder(withProfile)));
        }
        return all;
    }

    /** @param profiles the active profiles, the strongest last */
    static ConfigurationFiles of(Iterable<ConfigSource> sources, List<String> profiles) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors().withProfiles(profiles);
        for (ConfigSource source : sources) {
            if (FILE.matcher(source.getName()).find()) {
                builder.withSources(source);
            }
        }
        return new ConfigurationFiles(builder.build());
    }

    /** The names of all profiles with settings or files, except those for developers. */
    static Set<String> profiles(Iterable<ConfigSource> sources, Collection<String> paths) {
        Set<String> profiles = new TreeSet<>();
        for (String path : paths) {
            Matcher file = FILE.matcher(path);
            if (file.find() && file.group(1) != null) {
                profiles.add(file.group(1));
            }
        }
        for (ConfigSource source : sources) {
            if (FILE.matcher(source.getName()).find()) {
                for (String name : source.getPropertyNames()) {
                    if (name.startsWith("%") && name.indexOf('.') > 0) {
                        // %staging,live.key is for both
                        profiles.addAll(Arrays.asList(name.substring(1, name.indexOf('.')).split("\\s*,\\s*")));
                    }
                }
            }
        }
        profiles.remove("");
        profiles.removeAll(OF_DEVELOPERS);
        return profiles;
    }

    private static List<String> inOrder(SmallRyeConfig config) {
        List<String> profiles = new ArrayList<>(config.getProfiles());
        Collections.reverse(profiles); // the strongest is first there
        return profiles;
    }

    Iterable<String> keys() {
        return config.getPropertyNames();
    }

    /** The value as it is written; null if no file has it. */
    ConfigValue value(String key) {
        ConfigValue value = Expressions.withoutExpansion(() -> config.getConfigValue(key));
        return value.getRawValue() == null || value.getConfigSourceName() == null
                || !FILE.matcher(value.getConfigSourceName()).find() ? null : value;
    }

    /** The name of the file that contains a setting. */
    static String fileOf(ConfigValue value) {
        Matcher file = FILE.matcher(value.getConfigSourceName());
        return file.find() ? file.group() : value.getConfigSourceName();
    }
}
