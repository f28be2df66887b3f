package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.runtime.config.ImportSettings;
import io.quarkiverse.usersession.runtime.config.SessionSecrets;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.SignInSettings;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The properties that the guide shows, read as an application reads them. */
class PropertiesTest {

    // what the variables in them stand for
    private static final Map<String, String> VARIABLES = Map.of(
            "SESSION_SECRET", "wV5nC9r2LqK8xTz0mYb4Jd7Hs1Pf6Ga3",
            "OLD_SECRET", "p7Rk2Xw9Zt4Lm8Vc1Qn6Bs3Hd5Jf0YgA",
            "NEW_SECRET", "e4Tq8Ns1Wb6Kx3Zr9Mv2Lc7Pd5Hg0JaE",
            "REMIX_SESSION_SECRET", "legacy",
            "KONGFLOW_SESSION_SECRET", "legacy",
            "OLD_HASH_KEY", "old",
            "NEW_HASH_KEY", "new",
            "NEW_BLOCK_KEY", "0123456789abcdef");

    private static final SessionContent CONTENT = new SessionContent(SessionId.parse("AAAAAAAAAAAAAAAA"), 1, 1, 1, false,
            Map.of());

    static List<Path> files() {
        return Guide.files(Guide.EXAMPLES.resolve("properties"), ".properties");
    }

    @ParameterizedTest
    @MethodSource("files")
    void productionStartsWithThem(Path file) throws IOException {
        UserSessionConfig config = config(file);

        Set<String> names = new TreeSet<>(config.sessions().keySet());
        names.remove(UserSessionConfig.UNNAMED_KEY);
        names.add(UserSessionConfig.DEFAULT_SESSION);
        SignInSettings.store(config);
        for (String name : names) {
            new SessionSecrets(config, true).keys(name);
            ImportSettings.of(config, name, SessionSettings.of(config, name).cookie(), Instant.now());
        }
    }

    @Test
    void idleTimeoutIsHalfAnHourWithinHalfADay() throws IOException {
        SessionSettings settings = settings("idle-timeout");

        assertThat(settings.lifetimes().maxAge()).isEqualTo(Duration.ofMinutes(30).toSeconds());
        assertThat(settings.lifetimes().renewAfter()).isEqualTo(Duration.ofMinutes(5).toSeconds());
        assertThat(settings.lifetimes().absoluteTimeout()).isEqualTo(Duration.ofHours(12).toSeconds());
    }

    /** NIST SP 800-63B-4: idle and absolute timeout of each authenticator assurance level. */
    @ParameterizedTest
    @CsvSource({ "nist-aal1, , PT720H", "nist-aal2, PT1H, PT24H", "nist-aal3, PT15M, PT12H" })
    void eachLevelOfAssuranceHasItsTimeouts(String name, Duration idle, Duration absolute) throws IOException {
        Lifetimes lifetimes = settings(name).lifetimes();

        assertThat(lifetimes.absoluteTimeout()).isEqualTo(absolute.toSeconds());
        assertThat(lifetimes.renewAfter() > 0).isEqualTo(idle != null);
        if (idle != null) {
            assertThat(lifetimes.maxAge()).isEqualTo(idle.toSeconds());
        }
    }

    @Test
    void theSignInStoreIsShownWithItsDefaults() throws IOException {
        assertThat(SignInSettings.store(config("sign-in-store")))
                .isEqualTo(SignInSettings.store(config("idle-timeout")));
    }

    @Test
    void eachStepOfARotationOpensTheCookiesOfTheStepsBesideIt() throws IOException {
        for (int step = 1; step <= 3; step++) {
            CookieFormat before = rotation(step - 1);
            CookieFormat after = rotation(step);

            // replicas of both steps serve the same user while the step is rolled out
            assertThat(before.open(after.seal(CONTENT)).isValid()).as("step " + step).isTrue();
            if (step < 3) {
                assertThat(after.open(before.seal(CONTENT)).isValid()).as("step " + step).isTrue();
            }
        }
    }

    @Test
    void afterARotationTheOldSecretOpensNothing() throws IOException {
        assertThat(rotation(3).open(rotation(0).seal(CONTENT)).outcome()).isEqualTo(CookieOutcome.UNKNOWN_KEY);
        assertThat(rotation(2).open(rotation(0).seal(CONTENT)).currentKey()).isFalse();
        assertThat(rotation(2).open(rotation(2).seal(CONTENT)).currentKey()).isTrue();
    }

    private static CookieFormat rotation(int step) throws IOException {
        return new CookieFormat("__session", CookieScope.DEFAULT, keys("rotation-" + step), bytes -> {
        });
    }

    private static KeyRing keys(String name) throws IOException {
        return new SessionSecrets(config(name), true).keys(UserSessionConfig.DEFAULT_SESSION);
    }

    private static SessionSettings settings(String name) throws IOException {
        return SessionSettings.of(config(name), UserSessionConfig.DEFAULT_SESSION);
    }

    private static Path path(String name) {
        return Guide.EXAMPLES.resolve("properties/" + name + ".properties");
    }

    static UserSessionConfig config(String name) throws IOException {
        return config(path(name));
    }

    private static UserSessionConfig config(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Guide.text(file)));
        Map<String, String> values = new HashMap<>(VARIABLES);
        for (String key : properties.stringPropertyNames()) {
            values.put(key, properties.getProperty(key));
        }
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValue(UserSessionConfig.SECRET_KEY, UserSessionConfig.SECRET_DEFAULT)
                .withSources(new PropertiesConfigSource(values, file.toString(), 100))
                .withMapping(UserSessionConfig.class)
                .build()
                .getConfigMapping(UserSessionConfig.class);
    }
}
