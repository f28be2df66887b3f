package io.quarkiverse.usersession.runtime.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.quarkiverse.usersession.runtime.foreign.GorillaFormat;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.GorillaKeys;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Makes the format of gorilla's cookies from the configuration of a session. */
final class GorillaSettings {

    // how old KongFlow's cookies become: the default of gorilla/securecookie, whatever the cookie's own Max-Age says
    private static final Duration DEFAULT_MAX_AGE = Duration.ofDays(30);

    private final ConfigKeys keys;
    private final EffectiveConfig settings;

    GorillaSettings(ConfigKeys keys, EffectiveConfig settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /** @throws ConfigurationException if a setting can't be used */
    GorillaFormat format(String cookieName, List<String> secrets) {
        try {
            return new GorillaFormat(cookieName, keys(secrets), get(ImportConfig::serializer).orElse(Serializer.GOB), maxAge());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage() + ": correct " + key("secrets") + " or " + key("block-keys"));
        }
    }

    private long maxAge() {
        long seconds = get(ImportConfig::maxAge).orElse(DEFAULT_MAX_AGE).toSeconds();
        if (seconds < 1) {
            throw new ConfigurationException(key("max-age") + " must be at least one second: write it as 30D, or as 36500D for"
                    + " cookies of any age");
        }
        return seconds;
    }

    private List<GorillaKeys> keys(List<String> secrets) {
        String[] blockKeys = get(ImportConfig::blockKeys).map(SecretSpelling::split).orElse(new String[0]);
        if (blockKeys.length > secrets.size()) {
            throw new ConfigurationException(key("block-keys") + " has more keys than " + key("secrets")
                    + ": set one for each secret, and leave it empty for a secret without one");
        }
        List<GorillaKeys> pairs = new ArrayList<>();
        for (int i = 0; i < secrets.size(); i++) {
            String blockKey = i < blockKeys.length
                    ? SecretSpelling.checked("A key of " + key("block-keys"), SecretSpelling.strip(blockKeys[i]))
                    : "";
            pairs.add(new GorillaKeys(ImportKeys.bytes(secrets.get(i), key("secrets")),
                    blockKey.isEmpty() ? null : ImportKeys.bytes(blockKey, key("block-keys"))));
        }
        return pairs;
    }

    private <T> Optional<T> get(Function<ImportConfig, Optional<T>> setting) {
        return settings.get(config -> setting.apply(config.importing()));
    }

    private String key(String setting) {
        return keys.key("import." + setting);
    }
}
