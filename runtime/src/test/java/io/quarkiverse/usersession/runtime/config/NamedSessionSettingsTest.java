package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.quarkus.runtime.configuration.ConfigurationException;

class NamedSessionSettingsTest {

    private static final String[] DEFAULT = { "max-age", "2H", "renew-after", "10M", "absolute-timeout", "1D", "cache-headers",
            "false", "cookie.path", "/app", "cookie.domain", "shop.org", "cookie.same-site", "strict", "cookie.http-only",
            "false",
            "cookie.secure", "always", "cookie.partitioned", "true", "cookie.name", "main" };

    @Test
    void unsetSettingsAreInheritedFromTheDefaultSessionButForTheName() {
        SessionSettings settings = SessionSettings.of(TestConfig.of(DEFAULT), "cart");

        assertThat(settings).isEqualTo(new SessionSettings(
                new CookieAttributes("__cart", "/app", "shop.org", SameSite.STRICT, false, Secure.ALWAYS, true),
                new Lifetimes(7_200, 600, 86_400), false));
    }

    @Test
    void oneSettingOfItsOwnLeavesTheOthers() {
        String[] own = concat(DEFAULT, "cart.max-age", "1H");

        assertThat(SessionSettings.of(TestConfig.of(own), "cart")).isEqualTo(new SessionSettings(
                new CookieAttributes("__cart", "/app", "shop.org", SameSite.STRICT, false, Secure.ALWAYS, true),
                new Lifetimes(3_600, 600, 86_400), false));
    }

    @Test
    void everySettingCanBeItsOwn() {
        String[] own = concat(DEFAULT, "\"my cart\".max-age", "1H", "\"my cart\".renew-after", "5M",
                "\"my cart\".absolute-timeout", "3H", "\"my cart\".cache-headers", "true", "\"my cart\".cookie.name", "cart",
                "\"my cart\".cookie.path", "/cart", "\"my cart\".cookie.domain", "cart.org", "\"my cart\".cookie.same-site",
                "lax",
                "\"my cart\".cookie.http-only", "true", "\"my cart\".cookie.secure", "auto", "\"my cart\".cookie.partitioned",
                "false");

        assertThat(SessionSettings.of(TestConfig.of(own), "my cart")).isEqualTo(new SessionSettings(
                new CookieAttributes("cart", "/cart", "cart.org", SameSite.LAX, true, Secure.AUTO, false),
                new Lifetimes(3_600, 300, 10_800), true));
        assertThat(SessionSettings.of(TestConfig.of(own), "default").cookie().name()).isEqualTo("main");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "my cart | cookie.path     | /  | quarkus.user-session.\"my cart\".cookie.name=__my cart can't be used",
            "cart    | cookie.path     | x  | quarkus.user-session.\"cart\".cookie.path=x can't be used",
            "cart    | max-age         | 0S | quarkus.user-session.\"cart\".max-age must be between one second",
            "cart    | renew-after     | 2H | quarkus.user-session.\"cart\".renew-after must be shorter than"
                    + " quarkus.user-session.\"cart\".max-age",
            "cart    | cookie.name     | __Host-cart | quarkus.user-session.\"cart\".cookie.path=/app can't be used" })
    void aMistakeIsNamedWithTheKeyOfThisSession(String name, String setting, String value, String message) {
        String[] own = concat(DEFAULT, "\"" + name + "\"." + setting, value);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SessionSettings.of(TestConfig.of(own), name)).withMessageContaining(message);
    }

    private static String[] concat(String[] first, String... second) {
        String[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
