package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.cookie.SameSite;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.Stub;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

class SecureDetectionTest {

    @AutoClose
    private final CapturedLog log = new CapturedLog();

    @ParameterizedTest
    @CsvSource({ "AUTO, true, true", "AUTO, false, false", "ALWAYS, false, true", "ALWAYS, true, true", "NEVER, true, false",
            "NEVER, false, false" })
    void S20_autoFollowsTheRequestAndTheOthersDoNot(Secure policy, boolean ssl, boolean expected) {
        assertThat(detection(cookie("__session", policy), true).isSecure(request(ssl, "127.0.0.1")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "__Host-session", "__Secure-session", "__host-session" })
    void S20_aCookieThatBrowsersRefuseWithoutSecureAlwaysHasIt(String name) {
        assertThat(detection(cookie(name, Secure.AUTO), true).isSecure(request(false, "127.0.0.1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.1.2.3", "192.168.1.1", "2001:db8::1", "2001:db8:0:0:0:0:0:1", "0:0:0:0:0:0:0:10", "1270::1" })
    void S20_plainHttpFromAnotherHostIsWarnedAboutOnceInProduction(String peer) {
        SecureDetection detection = detection(cookie("__session", Secure.AUTO), true);

        detection.isSecure(request(false, peer));
        detection.isSecure(request(false, peer));

        assertThat(log.messages("WARN")).singleElement().asString()
                .contains("quarkus.http.proxy.proxy-address-forwarding", "cookie.secure");
    }

    @ParameterizedTest
    @CsvSource({ "AUTO, false, 127.0.0.1, true", "AUTO, false, 127.8.9.10, true", "AUTO, false, ::1, true",
            "AUTO, false, 0:0:0:0:0:0:0:1, true", "AUTO, false, 0:0:0:0:0:0:0:1%lo, true",
            "AUTO, true, 10.1.2.3, true", "AUTO, false, 10.1.2.3, false", "ALWAYS, false, 10.1.2.3, true",
            "NEVER, false, 10.1.2.3, true" })
    void nothingElseIsWarnedAbout(Secure policy, boolean ssl, String peer, boolean production) {
        detection(cookie("__session", policy), production).isSecure(request(ssl, peer));

        assertThat(log.messages("WARN")).isEmpty();
    }

    @Test
    void aPeerOnADomainSocketIsOnThisHost() {
        HttpServerRequest request = request(false, SocketAddress.domainSocketAddress("/run/http.sock"));

        detection(cookie("__session", Secure.AUTO), true).isSecure(request);

        assertThat(log.messages("WARN")).isEmpty();
    }

    private static CookieAttributes cookie(String name, Secure policy) {
        return new CookieAttributes(name, "/", null, SameSite.LAX, true, policy, false);
    }

    private static HttpServerRequest request(boolean ssl, String peer) {
        return request(ssl, SocketAddress.inetSocketAddress(40_000, peer));
    }

    private static HttpServerRequest request(boolean ssl, SocketAddress peer) {
        HttpConnection connection = Stub.of(HttpConnection.class, Map.of("remoteAddress", peer));
        return Stub.of(HttpServerRequest.class, Map.of("isSSL", ssl, "connection", connection));
    }

    private static SecureDetection detection(CookieAttributes cookie, boolean production) {
        return new SecureDetection("default", cookie, "quarkus.user-session.cookie.secure", production);
    }
}
