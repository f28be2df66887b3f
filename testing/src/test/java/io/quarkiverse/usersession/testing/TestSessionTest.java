package io.quarkiverse.usersession.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.cookie.CookieFilter;

/** A server that runs elsewhere answers with the Cookie header that it was sent. */
class TestSessionTest {

    private static final String SECRET = "nQ7xVd2Kf9Lr4Tz8Wb1Ys6Hc3Jm5Pg0a";

    private static HttpServer server;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            byte[] cookies = String.join("; ", exchange.getRequestHeaders().getOrDefault("Cookie", List.of()))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getRequestHeaders().getOrDefault("Answer", List.of())
                    .forEach(setCookie -> exchange.getResponseHeaders().add("Set-Cookie", setCookie));
            exchange.sendResponseHeaders(200, cookies.length == 0 ? -1 : cookies.length);
            exchange.getResponseBody().write(cookies);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aTestWithoutOneSendsNoCookie() {
        assertThat(cookies()).isEmpty();
        assertThat(RestAssured.filters()).isEmpty();
    }

    @Test
    @TestSession(secret = SECRET, values = { "theme=dark", "query=a=b:=c", "visits:=41", "newsletter:=true",
            "cart:={\"lines\":[1, 2.5]}", "=no key", "empty=" })
    void valuesAreTextsOrJson() {
        assertThat(session().data()).isEqualTo(Map.of("theme", "dark", "query", "a=b:=c", "visits", 41, "newsletter", true,
                "cart", Map.of("lines", List.of(1, new BigDecimal("2.5"))), "", "no key", "empty", ""));
        assertThat(session().principal()).isEmpty();
    }

    @Test
    @TestSession(secret = SECRET, principal = "ada", roles = { "admin", "author" })
    void aUserIsSignedIn() {
        assertThat(session().principal()).contains("ada");
        assertThat(session().roles()).isEqualTo(Set.of("admin", "author"));
        assertThat(session().data()).isEmpty();
    }

    @Test
    @TestSession(secret = SECRET, cookieName = "sid")
    void theCookieMayHaveAnotherName() {
        assertThat(cookies()).startsWith("sid=");
    }

    @Test
    @TestSession(secret = SECRET, name = "onboarding")
    void theSessionMayBeANamedOne() {
        assertThat(cookies()).startsWith("__onboarding=");
    }

    @Test
    @TestSession(secret = SECRET)
    void aRequestWithACookieOfItsOwnIsSentAsItIs() {
        assertThat(given().port(port()).cookie("__session", "other").get("/").asString()).isEqualTo("__session=other");
        assertThat(given().port(port()).header("Cookie", "a=b").get("/").asString()).isEqualTo("a=b");
        assertThat(given().port(port()).cookie("theme", "dark").get("/").asString()).contains("theme=dark", "__session=");
    }

    @Test
    @TestSession(secret = SECRET)
    void aCookieFilterGoesOnWithWhatTheApplicationHasAnswered() {
        CookieFilter browser = new CookieFilter();

        String first = set(browser, "__session=changed; Path=/");

        assertThat(first).startsWith("__session=").isNotEqualTo("__session=changed");
        assertThat(cookies(browser)).isEqualTo("__session=changed");
        assertThat(cookies(new CookieFilter())).isEqualTo(first);
        assertThat(cookies()).isEqualTo(first);
    }

    @Test
    @TestSession(secret = SECRET)
    void aCookieThatAFilterAddsIsNewer() {
        Filter browser = (request, response, context) -> {
            request.cookie("__session", "changed");
            return context.next(request, response);
        };

        assertThat(given().port(port()).filter(browser).get("/").asString()).isEqualTo("__session=changed");
    }

    @Test
    @TestSession(secret = SECRET)
    void aCookieFilterWhoseSessionHasEndedHasNone() {
        CookieFilter browser = new CookieFilter();

        set(browser, "__session=; Max-Age=0; Path=/");

        assertThat(cookies(browser)).isEmpty();
        assertThat(cookies(new CookieFilter())).startsWith("__session=");
    }

    private static String set(CookieFilter browser, String setCookie) {
        return given().port(port()).filter(browser).header("Answer", setCookie).get("/").asString();
    }

    private static String cookies(CookieFilter browser) {
        return given().port(port()).filter(browser).get("/").asString();
    }

    @ParameterizedTest
    @ValueSource(strings = { "visits:=", "visits:=forty", "visits:=1,\"admin\":true", "visits:=null", "visits:=1}", "visits",
            "" })
    void aValueThatCannotBeReadIsRefused(String value) {
        assertThatThrownBy(() -> AnnotatedValues.of(value)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + value + "\"");
    }

    @Nested
    @TestSession(secret = SECRET, values = "of=class")
    class OnAClass {

        @Test
        void countsForItsTests() {
            assertThat(session().data()).isEqualTo(Map.of("of", "class"));
        }

        @Test
        @TestSession(secret = SECRET, values = "of=method")
        void whichMayHaveTheirOwn() {
            assertThat(session().data()).isEqualTo(Map.of("of", "method"));
        }
    }

    private static OpenedSession session() {
        return TestSessions.withSecret(SECRET).open(cookies().substring("__session=".length()));
    }

    private static String cookies() {
        return given().port(port()).get("/").asString();
    }

    private static int port() {
        return server.getAddress().getPort();
    }
}
