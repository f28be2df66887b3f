package io.quarkiverse.usersession.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.origin.CrossOrigin;
import io.quarkiverse.usersession.runtime.origin.ForwardedHost;
import io.quarkiverse.usersession.runtime.origin.OriginRules;
import io.quarkiverse.usersession.testsupport.Stub;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.ProxyConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.cors.CORSConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class CrossOriginSettingsTest {

    @Test
    void S42_otherOriginsAreRefusedUnlessSomethingElseIsSet() {
        OriginRules rules = CrossOriginSettings.of(TestConfig.of(), http(Map.of()));

        assertThat(rules.mode()).isEqualTo(CrossOrigin.REFUSE);
        assertThat(rules.trusted()).isEmpty();
        assertThat(rules.forwardedHost()).isEqualTo(ForwardedHost.NEVER);
    }

    @ParameterizedTest
    @CsvSource({ "refuse, REFUSE", "report, REPORT", "allow, ALLOW" })
    void theModeIsOneOfThree(String setting, CrossOrigin mode) {
        UserSessionConfig config = TestConfig.of("cross-origin", setting, "cross-origin.allowed-paths", "/lti/*",
                "max-age", "30M");

        assertThat(config.crossOrigin().mode()).isEqualTo(mode);
        assertThat(config.crossOrigin().allowedPaths()).contains(List.of("/lti/*"));
        assertThat(config.sessions().keySet()).containsExactly(UserSessionConfig.UNNAMED_KEY);
    }

    @Test
    void environmentVariablesSetAllOfIt() {
        UserSessionConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(Map.of("QUARKUS_USER_SESSION_CROSS_ORIGIN", "report",
                        "QUARKUS_USER_SESSION_CROSS_ORIGIN_ALLOWED_PATHS", "/a,/b",
                        "QUARKUS_USER_SESSION_TRUSTED_ORIGINS", "https://pay.test,https://idp.test:8443"), 300))
                .withMapping(UserSessionConfig.class)
                .build()
                .getConfigMapping(UserSessionConfig.class);

        assertThat(config.crossOrigin().mode()).isEqualTo(CrossOrigin.REPORT);
        assertThat(config.crossOrigin().allowedPaths()).contains(List.of("/a", "/b"));
        assertThat(config.trustedOrigins()).contains(List.of("https://pay.test", "https://idp.test:8443"));
        assertThat(config.sessions().keySet()).isSubsetOf(UserSessionConfig.UNNAMED_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://pay.test", "https://pay.test:8443", "http://localhost:3000", "http://[::1]:3000",
            "https://xn--bcher-kva.example", "chrome-extension://abcdefgh", "capacitor://localhost", "http://my_host" })
    void anOriginIsTrustedAsBrowsersWriteIt(String origin) {
        assertThat(CrossOriginSettings.of(TestConfig.of("trusted-origins", origin), http(Map.of())).trusted())
                .containsExactly(origin);
    }

    @Test
    void blanksAroundTheElementsOfListsAreNoPartOfThem() {
        OriginRules rules = CrossOriginSettings.of(TestConfig.of("trusted-origins", " https://pay.test, https://idp.test\t,",
                "cross-origin.allowed-paths", "/lti/launch, /widget/* "), http(Map.of()));

        assertThat(rules.trusted()).containsExactlyInAnyOrder("https://pay.test", "https://idp.test");
        assertThat(rules.allowedPaths()).extracting("paths").isEqualTo(List.of("/lti/launch", "/widget/*"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "*", "pay.test", "https://pay.test/", "https://pay.test/path", "https://*.pay.test",
            "https://PAY.test", "HTTPS://pay.test", "https://pay.test:443", "http://pay.test:80", "https://pay.test:",
            "https://user@pay.test", "https://pay.test?x", "https://bücher.example", "https://", "/https:.*/", "https://a b" })
    void whatBrowsersNeverSendFailsTheStart(String origin) {
        assertThatThrownBy(() -> CrossOriginSettings.of(TestConfig.of("trusted-origins", origin), http(Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.trusted-origins has an element that is not an origin")
                .hasMessageContaining("'" + origin + "'")
                .hasMessageContaining("as in https://pay.example");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/lti", "/lti/", "/lti/*", "/lti/launch", "/*", "/a-b_c.d/~e", "/well.known/.x" })
    void aPathIsAllowed(String path) {
        assertThat(CrossOriginSettings.of(TestConfig.of("cross-origin.allowed-paths", path), http(Map.of()))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "lti", "*", "/lti*", "/lti/*/x", "/*/lti", "/lti/**", "/a/../b", "/a/.", "/..", "//a", "/a//b",
            "/a?b",
            "/a#b", "/a;b", "/a%20b", "/ä", "/a b", "https://pay.test/lti" })
    void anythingElseFailsTheStart(String path) {
        assertThatThrownBy(() -> CrossOriginSettings.of(TestConfig.of("cross-origin.allowed-paths", path), http(Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.user-session.cross-origin.allowed-paths has an element that is not a path")
                .hasMessageContaining("as in /lti/launch");
    }

    @Test
    void theOriginsOfCorsAreTrustedWhereTheyMayUseTheSession() {
        List<String> origins = List.of("https://app.test", "*", "/https://.*\\.test/", "/.*/", "https://front.test:3000");

        assertThat(trustedByCors(true, origins, null)).containsExactlyInAnyOrder("https://app.test", "https://front.test:3000");
        assertThat(trustedByCors(true, origins, true)).hasSize(2);
        assertThat(trustedByCors(true, origins, false)).isEmpty();
        assertThat(trustedByCors(false, origins, null)).isEmpty();
        assertThat(trustedByCors(true, null, null)).isEmpty();
    }

    @Test
    void theProxyThatTellsTheHostIsThatOfQuarkus() {
        VertxHttpConfig http = http(Map.of("proxyAddressForwarding", true, "enableForwardedHost", true));

        assertThat(CrossOriginSettings.of(TestConfig.of(), http).forwardedHost()).isEqualTo(ForwardedHost.OF_ALL);
    }

    private static Iterable<String> trustedByCors(boolean enabled, List<String> origins, Boolean credentials) {
        Map<String, Object> settings = new HashMap<>(Map.of("enabled", enabled));
        settings.put("origins", Optional.ofNullable(origins));
        settings.put("accessControlAllowCredentials", Optional.ofNullable(credentials));
        return CrossOriginSettings.of(TestConfig.of(), http(settings)).trusted();
    }

    private static VertxHttpConfig http(Map<String, Object> settings) {
        Stub.Answers answers = (method, arguments) -> settings.getOrDefault(method,
                method.equals("origins") || method.endsWith("Credentials") || method.equals("allowXForwarded")
                        || method.equals("trustedProxies") ? Optional.empty() : false);
        CORSConfig cors = Stub.of(CORSConfig.class, answers);
        ProxyConfig proxy = Stub.of(ProxyConfig.class, answers);
        return Stub.of(VertxHttpConfig.class, (method, arguments) -> method.equals("cors") ? cors : proxy);
    }
}
