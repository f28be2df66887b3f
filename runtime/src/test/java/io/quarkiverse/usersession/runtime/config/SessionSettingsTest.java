package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.state.Lifetimes;
import io.quarkus.runtime.configuration.ConfigurationException;

class SessionSettingsTest {

    private static final String PREFIX = "quarkus.user-session.";
    private static final long MAX_SECONDS = 4_294_967_295L;

    @Test
    void takesOverWhatIsConfigured() {
        SessionSettings settings = settings(config -> {
            config.maxAge = Duration.ofMinutes(30);
            config.renewAfter = Duration.ofMinutes(5);
            config.absoluteTimeout = Duration.ofHours(12);
            config.cacheHeaders = false;
            config.name = "__shop";
            config.path = "/shop";
            config.domain = "shop.org";
            config.sameSite = SameSite.STRICT;
            config.httpOnly = false;
            config.secure = Secure.ALWAYS;
            config.partitioned = true;
        });

        assertThat(settings).isEqualTo(new SessionSettings(
                new CookieAttributes("__shop", "/shop", "shop.org", SameSite.STRICT, false, Secure.ALWAYS, true),
                new Lifetimes(1800, 300, 43_200), false));
    }

    @Test
    void whatIsNotConfiguredIsOff() {
        assertThat(settings(config -> {
        }).lifetimes()).isEqualTo(new Lifetimes(31_536_000, 0, 0));
    }

    static Stream<Arguments> refusedCookies() {
        return Stream.of(
                refused("SameSite=None without Secure", config -> {
                    config.sameSite = SameSite.NONE;
                    config.secure = Secure.NEVER;
                }, "cookie.secure=never", PREFIX + "cookie.same-site=none requires it", "set it to auto or always"),
                refused("partitioned without Secure", config -> {
                    config.partitioned = true;
                    config.secure = Secure.NEVER;
                }, "cookie.secure=never", PREFIX + "cookie.partitioned=true requires it", "set it to auto or always"),
                refused("__Host- without Secure", config -> {
                    config.name = "__Host-session";
                    config.secure = Secure.NEVER;
                }, "cookie.secure=never", "__Host-", "set it to auto or always"),
                refused("__host- without Secure", config -> {
                    config.name = "__host-session";
                    config.secure = Secure.NEVER;
                }, "cookie.secure=never", "__Host-", "set it to auto or always"),
                refused("__Secure- without Secure", config -> {
                    config.name = "__Secure-session";
                    config.secure = Secure.NEVER;
                }, "cookie.secure=never", "__Secure-", "set it to auto or always"),
                refused("__SECURE- without Secure", config -> {
                    config.name = "__SECURE-session";
                    config.secure = Secure.NEVER;
                }, "cookie.secure=never", "__Secure-", "set it to auto or always"),
                refused("__Host- with a path", config -> {
                    config.name = "__Host-session";
                    config.path = "/shop";
                }, "cookie.path=/shop", "__Host-", "must have the path /"),
                refused("__hOST- with a path", config -> {
                    config.name = "__hOST-session";
                    config.path = "/shop";
                }, "cookie.path=/shop", "__Host-", "must have the path /"),
                refused("__Host- with a domain", config -> {
                    config.name = "__Host-session";
                    config.domain = "shop.org";
                }, "cookie.domain=shop.org", "__Host-", "leave it out"),
                refused("__host- with a domain", config -> {
                    config.name = "__host-session";
                    config.domain = "shop.org";
                    config.secure = Secure.ALWAYS;
                }, "cookie.domain=shop.org", "__Host-", "leave it out"));
    }

    @ParameterizedTest
    @MethodSource("refusedCookies")
    void refusesCookiesThatBrowsersDrop(Consumer<TestConfig> change, String keyAndValue, String reason, String fix) {
        assertRefused(change, PREFIX + keyAndValue + " can't be used", reason, fix);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "a b", "a;b", "a=b", "a,b", "a\"b", "a(b)", "a/b", "a[b]", "a{b}", "a:b", "a@b", "a\\b",
            "a?b",
            "<a>", "sitzung-é", "😀", "a\u0000", "a\tb", "a\u007f" })
    void refusesInvalidNames(String name) {
        assertRefused(config -> config.name = name, PREFIX + "cookie.name=", "1 to 128", "__session");
    }

    @Test
    void refusesANameOfMoreThan128Characters() {
        assertThat(settings(config -> config.name = "n".repeat(128)).cookie().name()).hasSize(128);
        assertRefused(config -> config.name = "n".repeat(129), PREFIX + "cookie.name=nnn", "1 to 128");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "shop", "shop/", " /", "/a b", "/a;b", "/; Domain=evil.org", "/a\r\nSet-Cookie: x=1",
            "/\u007f", "/é",
            "/😀", "/a\u0000" })
    void refusesInvalidPaths(String path) {
        assertRefused(config -> config.path = path, PREFIX + "cookie.path=", "begins with /");
    }

    @Test
    void refusesAPathThatBrowsersIgnoreForItsLength() {
        assertThat(settings(config -> config.path = "/" + "p".repeat(1023)).cookie().path()).hasSize(1024);
        assertRefused(config -> config.path = "/" + "p".repeat(1024), PREFIX + "cookie.path=/ppp", "1024 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", ".shop.org", "shop.org.", "shop..org", "shop org", "shop.org; Secure", "shop.org\r\nX: 1",
            "shöp.org", "https://shop.org", "shop.org:8080", "*.shop.org", "shop_.org" })
    void refusesInvalidDomains(String domain) {
        assertRefused(config -> config.domain = domain, PREFIX + "cookie.domain=", "host name", "leave it out");
    }

    @Test
    void refusesADomainWithALabelThatIsTooLong() {
        assertThat(settings(config -> config.domain = "d".repeat(63) + ".org").cookie().domain()).hasSize(67);
        assertRefused(config -> config.domain = "d".repeat(64) + ".org", PREFIX + "cookie.domain=ddd", "host name");
    }

    static Stream<Arguments> refusedLifetimes() {
        return Stream.of(Duration.ZERO, Duration.ofMillis(999), Duration.ofSeconds(-1), Duration.ofDays(-365),
                Duration.ofSeconds(MAX_SECONDS + 1), Duration.ofSeconds(Long.MAX_VALUE))
                .flatMap(duration -> Stream.of(
                        refused("max-age " + duration, config -> config.maxAge = duration, "max-age"),
                        refused("renew-after " + duration, config -> config.renewAfter = duration, "renew-after"),
                        refused("absolute-timeout " + duration, config -> config.absoluteTimeout = duration,
                                "absolute-timeout")));
    }

    @ParameterizedTest
    @MethodSource("refusedLifetimes")
    void refusesLifetimesThatACookieCantHold(Consumer<TestConfig> change, String key) {
        assertRefused(change, PREFIX + key + " must be between one second and 4294967295 seconds", "30M, 12H or 365D");
    }

    @ParameterizedTest
    @ValueSource(longs = { 1800, 1801, 86_400 })
    void refusesToRenewAfterTheEndOfTheSession(long renewAfter) {
        assertRefused(config -> {
            config.maxAge = Duration.ofSeconds(1800);
            config.renewAfter = Duration.ofSeconds(renewAfter);
        }, PREFIX + "renew-after must be shorter than " + PREFIX + "max-age", "lower it");
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                accepted("__Host- with auto", config -> config.name = "__Host-session"),
                accepted("__Host- with always", config -> {
                    config.name = "__Host-session";
                    config.secure = Secure.ALWAYS;
                }),
                accepted("__Secure- with a path and a domain", config -> {
                    config.name = "__Secure-session";
                    config.path = "/shop";
                    config.domain = "shop.org";
                }),
                accepted("SameSite=None with auto", config -> config.sameSite = SameSite.NONE),
                accepted("partitioned with auto", config -> config.partitioned = true),
                accepted("never Secure", config -> config.secure = Secure.NEVER),
                accepted("__Hostess- without Secure", config -> {
                    config.name = "__Hostess-session";
                    config.secure = Secure.NEVER;
                    config.path = "/shop";
                }),
                accepted("the prefix inside the name", config -> {
                    config.name = "my__Host-session";
                    config.secure = Secure.NEVER;
                }),
                accepted("a name of all punctuation", config -> config.name = "!#$%&'*+-.^_`|~"),
                accepted("a deep path", config -> config.path = "/shop/~me/a%20b,c=d"),
                accepted("a host without dots", config -> config.domain = "localhost"),
                accepted("a host with digits", config -> config.domain = "a-1.3.example.co.uk"),
                accepted("the shortest lifetime", config -> config.maxAge = Duration.ofSeconds(1)),
                accepted("the longest lifetimes", config -> {
                    config.maxAge = Duration.ofSeconds(MAX_SECONDS);
                    config.renewAfter = Duration.ofSeconds(MAX_SECONDS - 1);
                    config.absoluteTimeout = Duration.ofSeconds(MAX_SECONDS);
                }),
                accepted("an absolute timeout below max-age", config -> config.absoluteTimeout = Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsEverythingElse(Consumer<TestConfig> change) {
        assertThatCode(() -> settings(change)).doesNotThrowAnyException();
    }

    private static SessionSettings settings(Consumer<TestConfig> change) {
        return TestConfig.settings(change);
    }

    private static void assertRefused(Consumer<TestConfig> change, String... parts) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> settings(change))
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    private static Arguments refused(String name, Consumer<TestConfig> change, Object... parts) {
        return arguments(Stream.concat(Stream.of(named(name, change)), Stream.of(parts)).toArray());
    }

    private static Arguments accepted(String name, Consumer<TestConfig> change) {
        return arguments(named(name, change));
    }
}
