package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.runtime.DeviceBoundRecorder;
import io.quarkiverse.usersession.runtime.bound.DeviceMetrics;
import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkiverse.usersession.runtime.origin.ForwardedHost;
import io.quarkiverse.usersession.testsupport.Stub;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.ProxyConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;

/** Quarkus reads the headers of proxies by several settings, of which one alone does nothing. */
class ForwardedHeadersTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // proxy-address-forwarding, allow-forwarded, allow-x-forwarded, enable-forwarded-host, trusted-proxies
            "false, false, -,     false, -,         NEVER",
            "false, false, -,     true,  -,         NEVER",
            "false, true,  true,  true,  -,         NEVER",
            "false, true,  true,  true,  192.0.2.1, NEVER",
            "true,  false, -,     false, -,         NEVER",
            "true,  false, true,  false, -,         NEVER",
            "true,  false, false, true,  -,         NEVER",
            "true,  false, -,     true,  -,         OF_ALL",
            "true,  false, true,  true,  -,         OF_ALL",
            "true,  true,  -,     false, -,         OF_ALL",
            "true,  true,  false, true,  -,         OF_ALL",
            "true,  false, -,     true,  192.0.2.1, OF_SOME",
            "true,  true,  -,     false, 192.0.2.1, OF_SOME",
            "true,  false, -,     false, 192.0.2.1, NEVER" })
    void theHostIsReadWhereAllSettingsSaySo(boolean forwarding, boolean forwarded, Boolean xForwarded, boolean host,
            String trusted, ForwardedHost expected) {
        assertThat(ForwardedHeaders.host(proxy(forwarding, forwarded, xForwarded, host, false, trusted))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // proxy-address-forwarding, allow-forwarded, allow-x-forwarded, enable-forwarded-prefix
            "false, false, -,     true,  false",
            "true,  false, -,     false, false",
            "true,  true,  -,     true,  false",
            "true,  false, false, true,  false",
            "true,  false, -,     true,  true",
            "true,  true,  true,  true,  true" })
    void aPrefixIsReadWhereAllSettingsSaySo(boolean forwarding, boolean forwarded, Boolean xForwarded, boolean prefix,
            boolean expected) {
        assertThat(ForwardedHeaders.havePrefix(proxy(forwarding, forwarded, xForwarded, false, prefix, null)))
                .isEqualTo(expected);
    }

    /** Unless a prefix may be read, the cookie is not sent to the endpoints that bind sign-ins. */
    @Test
    void aPrefixThatIsNotReadLeavesTheCookieToBeChecked() {
        assertThatThrownBy(() -> bind(proxy(false, false, null, false, true, null)))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("is not sent to /device-bound/refresh");
        assertThatThrownBy(() -> bind(proxy(true, true, null, false, true, null)))
                .isInstanceOf(ConfigurationException.class);
        assertThatCode(() -> bind(proxy(true, false, null, false, true, null)))
                .isNotInstanceOf(ConfigurationException.class);
    }

    private static void bind(ProxyConfig proxy) {
        VertxHttpConfig http = Stub.of(VertxHttpConfig.class, (method, arguments) -> proxy);
        DeviceBinding.Maker maker = new DeviceBoundRecorder(new RuntimeValue<>(TestConfig.of()), new RuntimeValue<>(http))
                .maker("/", new RuntimeValue<>(new DeviceMetrics())).getValue();
        CookieAttributes cookie = SessionSettings.of(TestConfig.of("cookie.path", "/shop"), "default").cookie();
        maker.make(null, cookie, null, null, null);
    }

    private static ProxyConfig proxy(boolean forwarding, boolean forwarded, Boolean xForwarded, boolean host, boolean prefix,
            String trusted) {
        return Stub.of(ProxyConfig.class, (method, arguments) -> switch (method) {
            case "proxyAddressForwarding" -> forwarding;
            case "allowForwarded" -> forwarded;
            case "allowXForwarded" -> Optional.ofNullable(xForwarded);
            case "enableForwardedHost" -> host;
            case "enableForwardedPrefix" -> prefix;
            case "trustedProxies" -> Optional.ofNullable(trusted).map(List::of);
            default -> throw new AssertionError(method);
        });
    }
}
