package io.quarkiverse.usersession.runtime.config;

import static io.smallrye.common.expression.Expression.Flag.DOUBLE_COLON;
import static io.smallrye.common.expression.Expression.Flag.LENIENT_SYNTAX;
import static io.smallrye.common.expression.Expression.Flag.NO_SMART_BRACES;
import static io.smallrye.common.expression.Expression.Flag.NO_TRIM;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.expression.Expression;
import io.smallrye.common.expression.ResolveContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;

/**
 * Refuses secrets with an expression that has no value, as in <code>${OLD_SECRET}</code>. SmallRye Config treats such a setting
 * as absent, and leaves such an element out of a list.
 */
public final class SecretExpressions {

    private static final List<String> LISTS = List.of("accepted-secrets", "import.secrets", "import.block-keys");

    private static final Pattern SESSION_SECRET = Pattern.compile("\\$\\{" + UserSessionConfig.SECRET_VARIABLE + ":?}");
    private static final Pattern SEPARATOR = Pattern.compile("(?<!\\\\),(?![^{}]*})");

    private final SmallRyeConfig config;

    private SecretExpressions(SmallRyeConfig config) {
        this.config = config;
    }

    /**
     * @param config the source of the settings
     * @param sessions the names of the sessions that have settings, besides the default session
     * @throws ConfigurationException if there is such a setting; the message names it
     */
    public static void check(SmallRyeConfig config, Iterable<String> sessions) {
        new SecretExpressions(config).check(sessions);
    }

    private void check(Iterable<String> sessions) {
        String main = config.getConfigValue(UserSessionConfig.SECRET_KEY).getRawValue();
        if (main != null && SESSION_SECRET.matcher(main).matches()) {
            checkSingle(UserSessionConfig.SECRET_VARIABLE);
        } else {
            checkSingle(UserSessionConfig.SECRET_KEY);
        }
        LISTS.forEach(list -> checkList(ConfigKeys.DEFAULT.key(list)));
        for (String session : sessions) {
            // with and without quotes, as SmallRye Config takes them for different keys
            for (ConfigKeys keys : List.of(ConfigKeys.of(session),
                    new ConfigKeys(UserSessionConfig.PREFIX + "." + session + "."))) {
                checkSingle(keys.key("secret"));
                LISTS.forEach(list -> checkList(keys.key(list)));
            }
        }
    }

    private void checkSingle(String key) {
        if (isNothing(config.getConfigValue(key))) {
            throw nothing(key);
        }
    }

    private void checkList(String key) {
        checkElements(key, key);
        for (String indexed : config.getIndexedProperties(key)) {
            checkElements(indexed, key);
        }
    }

    private void checkElements(String property, String key) {
        ConfigValue value = config.getConfigValue(property);
        if (isNothing(value) || value.getRawValue() != null
                && SEPARATOR.splitAsStream(value.getRawValue()).anyMatch(this::isNothing)) {
            throw nothing(key);
        }
    }

    private static boolean isNothing(ConfigValue value) {
        return value.getRawValue() != null && value.getRawValue().contains("${") && isEmpty(value.getValue());
    }

    /** Whether an element of a list consists of expressions that all have no value. */
    private boolean isNothing(String element) {
        return element.contains("${") && isEmpty(Expression
                .compile(element.replace("\\$", "$$"), LENIENT_SYNTAX, NO_TRIM, NO_SMART_BRACES, DOUBLE_COLON)
                .evaluate((BiConsumer<ResolveContext<RuntimeException>, StringBuilder>) this::resolve));
    }

    private void resolve(ResolveContext<RuntimeException> expression, StringBuilder text) {
        String key = expression.getKey();
        // with :: it is for a handler that decrypts the rest
        String value = key.contains("::") ? key : config.getConfigValue(key).getValue();
        if (value != null) {
            text.append(value);
        } else if (expression.hasDefault()) {
            expression.expandDefault();
        }
    }

    private static boolean isEmpty(String text) {
        return text == null || SecretSpelling.strip(text).isEmpty();
    }

    private static ConfigurationException nothing(String key) {
        return new ConfigurationException(key + " contains an expression, ${...}, that has no value: set the property that it"
                + " names, or remove the expression; if a secret itself contains ${, write $${");
    }
}
