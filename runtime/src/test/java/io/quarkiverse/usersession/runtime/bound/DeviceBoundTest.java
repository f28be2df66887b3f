package io.quarkiverse.usersession.runtime.bound;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;
import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkus.runtime.configuration.ConfigurationException;

class DeviceBoundTest {

    private static final KeyRing KEYS = KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a");
    private static final Randomness RANDOM = new SecureRandom()::nextBytes;

    @Test
    void theCookieHasToReachTheEndpoints() {
        assertThatCode(() -> make("/device-bound", false, config -> {
        })).doesNotThrowAnyException();
        assertThatCode(() -> make("/shop/device-bound", false, config -> config.path = "/shop")).doesNotThrowAnyException();
        assertThatThrownBy(() -> make("/device-bound", false, config -> config.path = "/shop"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("quarkus.user-session.sign-in.device-bound.path: the cookie of the session, with the path /shop, is"
                        + " not sent to /device-bound/refresh: set it to a path below that of the cookie");
    }

    @Test
    void aProxyMayTakeAPrefixOff() {
        assertThatCode(() -> make("/device-bound", true, config -> config.path = "/shop")).doesNotThrowAnyException();
    }

    @Test
    void theCookieHasToBeOneOfThisHostAndOfNoPartition() {
        assertThatThrownBy(() -> make("/device-bound", false, config -> config.domain = "example.org"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.cookie.domain: a sign-in can be bound to its browser only");
        assertThatThrownBy(() -> make("/device-bound", false, config -> config.partitioned = true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.cookie.partitioned: sign-ins in frames");
    }

    private static DeviceBinding make(String prefix, boolean mayBePrefixed, Consumer<TestConfig> change) {
        SessionSettings settings = TestConfig.settings(change);
        SessionDefinition definition = SessionDefinition.of("default", settings.cookie(), settings.lifetimes(), KEYS, null,
                Clock.systemUTC(), RANDOM, TypedValues.UNAVAILABLE);
        return new DeviceBound(prefix, mayBePrefixed, List.of(), new DeviceMetrics()).make(definition, settings.cookie(), KEYS,
                RANDOM, null);
    }
}
