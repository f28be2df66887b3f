package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.runtime.ConfiguredSessions;
import io.quarkiverse.usersession.runtime.stored.StoredSettings;
import io.quarkus.runtime.configuration.ConfigurationException;

class StoredValueSettingsTest {

    @Test
    void aMegabyteFitsUnlessTheSettingsSayOtherwise() {
        assertThat(StoredValueSettings.of(TestConfig.of()))
                .isEqualTo(new StoredSettings(24 * 60 * 60, 2 << 20, Duration.ofSeconds(2)));
        assertThat(StoredValueSettings.of(TestConfig.of("stored-values.max-age", "30M", "stored-values.max-size", "512K",
                "stored-values.timeout", "300MS"))).isEqualTo(new StoredSettings(1_800, 512 << 10, Duration.ofMillis(300)));
    }

    @ParameterizedTest
    @CsvSource({ "max-age,0S", "max-age,999MS", "max-age,401D", "max-size,0", "max-size,17M", "max-size,9999999999G",
            "timeout,0S", "timeout,31S" })
    void whatCanNotBeUsedFailsTheStartWithItsKeyAndTheFix(String key, String value) {
        assertThatThrownBy(() -> StoredValueSettings.of(TestConfig.of("stored-values." + key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.stored-values." + key + "=")
                .hasMessageContaining("can't be used: set a ");
    }

    @Test
    void noSessionCanHaveTheName() {
        assertThat(ConfiguredSessions.isReserved("stored-values")).isTrue();
    }
}
