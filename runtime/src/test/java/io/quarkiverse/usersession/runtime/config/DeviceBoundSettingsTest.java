package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class DeviceBoundSettingsTest {

    @Test
    void hasAPathAndNoOthersUnlessSet() {
        assertThat(DeviceBoundSettings.of(TestConfig.of())).isEqualTo(
                new DeviceBoundSettings("/device-bound", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "dbsc", "/dbsc/", "//dbsc", "/db sc", "/a/../b", "/./a", "/a?b", "/\u00e4", "/a;b" })
    void refusesWhatIsNoPath(String path) {
        assertThatThrownBy(() -> DeviceBoundSettings.of(TestConfig.of("sign-in.device-bound.path", path)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.sign-in.device-bound.path must be a path");
    }

    @ParameterizedTest
    @ValueSource(strings = { "*", "*.example.org", "www.example.org", "localhost,*.example.org" })
    void takesHosts(String hosts) {
        assertThat(DeviceBoundSettings.of(TestConfig.of("sign-in.device-bound.allowed-refresh-initiators", hosts)).initiators())
                .containsExactly(hosts.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://www.example.org", "www.example.org:443", "www.*.org", "a/b", "a b", "\"x" })
    void refusesWhatIsNoHost(String host) {
        assertThatThrownBy(
                () -> DeviceBoundSettings.of(TestConfig.of("sign-in.device-bound.allowed-refresh-initiators", host)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.sign-in.device-bound.allowed-refresh-initiators has an element");
    }
}
