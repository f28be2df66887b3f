package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.config.SessionSecrets;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The pods of the guide get the secrets from the environment, and those of two deployments open each other's cookies. */
class KubernetesTest {

    private static final Map<String, String> SECRET = Map.of("first", "p7Rk2Xw9Zt4Lm8Vc1Qn6Bs3Hd5Jf0YgA",
            "second", "e4Tq8Ns1Wb6Kx3Zr9Mv2Lc7Pd5Hg0JaE");
    private static final Pattern FROM_SECRET = Pattern.compile(
            "- name: (\\w+)\\s+valueFrom:\\s+secretKeyRef:\\s+name: shop-session\\s+key: (\\w+)");
    private static final SessionContent CONTENT = new SessionContent(SessionId.parse("AAAAAAAAAAAAAAAA"), 1, 1, 1, false,
            Map.of());

    @Test
    void podsOfEachDeploymentOpenTheCookiesOfTheOneBefore() {
        CookieFormat before = podsOf("deployment");
        CookieFormat first = podsOf("accept-second");
        CookieFormat second = podsOf("seal-with-second");

        assertThat(first.open(before.seal(CONTENT)).isValid()).isTrue();
        assertThat(before.open(first.seal(CONTENT)).isValid()).isTrue();
        assertThat(second.open(first.seal(CONTENT)).isValid()).isTrue();
        assertThat(first.open(second.seal(CONTENT)).isValid()).isTrue();
    }

    @Test
    void theSecondDeploymentSealsWithTheNewSecret() {
        assertThat(podsOf("deployment").open(podsOf("seal-with-second").seal(CONTENT)).isValid()).isFalse();
    }

    private static CookieFormat podsOf(String deployment) {
        Map<String, String> variables = new TreeMap<>();
        Matcher variable = FROM_SECRET.matcher(Guide.example("kubernetes/" + deployment + ".yaml"));
        while (variable.find()) {
            variables.put(variable.group(1), SECRET.get(variable.group(2)));
        }
        assertThat(variables).containsKey("SESSION_SECRET");
        UserSessionConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValue(UserSessionConfig.SECRET_KEY, UserSessionConfig.SECRET_DEFAULT)
                .withSources(new EnvConfigSource(variables, 300))
                .withMapping(UserSessionConfig.class)
                .build()
                .getConfigMapping(UserSessionConfig.class);
        return new CookieFormat("__session", CookieScope.DEFAULT,
                new SessionSecrets(config, true).keys(UserSessionConfig.DEFAULT_SESSION), new SecureRandom()::nextBytes);
    }
}
