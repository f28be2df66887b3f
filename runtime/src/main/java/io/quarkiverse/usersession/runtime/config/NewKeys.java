package io.quarkiverse.usersession.runtime.config;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.eclipse.microprofile.config.ConfigProvider;

import io.smallrye.config.SmallRyeConfig;

/**
 * The new names for keys of another system.
 *
 * @param exact the new names by the old keys
 * @param byForm the new names by the {@link EnvironmentForm} of the old keys, if an environment variable sets them
 */
record NewKeys(Map<String, String> exact, Map<String, String> byForm) implements UnaryOperator<String> {

    /** @return null if the key keeps its name */
    @Override
    public String apply(String oldKey) {
        String newKey = exact.get(oldKey);
        return newKey == null && !byForm.isEmpty() ? byForm.get(EnvironmentForm.of(oldKey)) : newKey;
    }

    /** Those of a session: its own, and others of the default session. */
    static NewKeys of(EffectiveConfig settings, ConfigKeys keys) {
        Map<String, String> exact = new HashMap<>(settings.inherited().importing().keys());
        exact.putAll(settings.own().importing().keys());
        Map<String, String> byForm = new HashMap<>();
        addByForm(byForm, settings.inherited().importing(), ConfigKeys.DEFAULT);
        addByForm(byForm, settings.own().importing(), keys);
        return new NewKeys(exact, byForm);
    }

    private static void addByForm(Map<String, String> newKeys, ImportConfig importing, ConfigKeys keys) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        importing.keys().forEach((oldKey, newKey) -> {
            if (EnvironmentForm.isOriginOf(config.getConfigValue(keys.key("import.keys.\"" + oldKey + "\"")))) {
                newKeys.put(EnvironmentForm.of(oldKey), newKey);
            }
        });
    }
}
