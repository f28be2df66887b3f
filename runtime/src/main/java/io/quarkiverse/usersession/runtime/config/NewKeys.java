package io.quarkiverse.usersession.runtime.config;

import java.util.Map;
import java.util.function.UnaryOperator;

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
}
