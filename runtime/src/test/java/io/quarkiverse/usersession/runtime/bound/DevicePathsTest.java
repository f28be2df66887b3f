package io.quarkiverse.usersession.runtime.bound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicePathsTest {

    @ParameterizedTest
    @CsvSource({ "/device-bound/refresh, /, true", "/shop/device-bound/refresh, /shop, true",
            "/shop/device-bound/refresh, /shop/, true", "/device-bound/refresh, /shop, false",
            "/shopping/refresh, /shop, false", "/shop, /shop, true", "/shop, /shop/, false" })
    void tellsWhereBrowsersSendACookie(String path, String cookiePath, boolean sent) {
        assertThat(DevicePaths.isBelow(path, cookiePath)).isEqualTo(sent);
    }
}
