package io.quarkiverse.usersession.runtime.config;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the keys of another system are called here.
 *
 * @param exact by the old keys
 * @param byForm by the {@link EnvironmentForm} of the old keys, for those that an environment variable has named
 */
record NewKeys(Map<String, String> exact, Map<String, String> byForm) implements UnaryOperator<String> {

    /** @return null if the key keeps its name */
    @Override
    public String apply(String oldKey) {
        String newKey = exact.get(oldKey);
        return newKey == null && !byForm.isEmpty() ? byForm.get(EnvironmentForm.of(oldKey)) : newKey;
    }
}
