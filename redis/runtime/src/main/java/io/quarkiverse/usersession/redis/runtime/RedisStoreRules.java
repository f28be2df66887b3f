package io.quarkiverse.usersession.redis.runtime;

import io.quarkus.redis.runtime.client.config.RedisClientConfig;
import io.quarkus.redis.runtime.client.config.RedisConfig;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Checks the settings of a store on Redis. */
final class RedisStoreRules {

    private RedisStoreRules() {
    }

    /** @return the reason why there is no Redis, beginning with the key to set; null if there is one */
    static String missing(String name, RedisClientConfig client) {
        if (!client.active()) {
            return RedisConfig.getPropertyName(name, "active") + " is false";
        }
        return client.hosts().isEmpty() && client.hostsProviderName().isEmpty()
                ? RedisConfig.getPropertyName(name, RedisConfig.HOSTS) + " is not set"
                : null;
    }

    /** Says what to set that key to. */
    static String fix(RedisClientConfig client) {
        return client.active() ? " to the address of the server, such as redis://redis.example.com:6379" : " to true";
    }

    /**
     * @param group the beginning of its key
     * @throws ConfigurationException if it can't be a prefix of keys
     */
    static String prefix(String group, String prefix) {
        if (prefix.isBlank() || !prefix.chars().allMatch(RedisStoreRules::isAllowed)) {
            throw new ConfigurationException(group + ".prefix must not be empty, and must not contain white space, control"
                    + " characters, or braces, which Redis Cluster reads as a hash tag; by default it is"
                    + " quarkus.application.name");
        }
        return prefix;
    }

    private static boolean isAllowed(int character) {
        return !Character.isWhitespace(character) && !Character.isISOControl(character) && character != '{'
                && character != '}';
    }
}
