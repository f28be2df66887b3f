package io.quarkiverse.usersession.test.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.client.OverHttp2;
import io.quarkiverse.usersession.test.client.Scrape;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** As browsers speak with applications over TLS. Hosts of other origins may cause refreshes here. CORS and metrics are on. */
class BoundSignInOverHttp2Test extends BoundTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = BoundApplication.with()
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-security", Version.getVersion()),
                    Dependency.of("io.quarkus", "quarkus-micrometer-registry-prometheus", Version.getVersion())))
            .overrideRuntimeConfigKey("quarkus.http.cors.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.http.cors.origins", "https://idp.test")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.device-bound.allowed-refresh-initiators",
                    "www.example.org,*.example.net");

    @TestHTTPResource("/open")
    URI application;

    private final List<Response> answers = new ArrayList<>();

    @BeforeEach
    void useHttp2() {
        answers.clear();
        Filter http2 = new OverHttp2(application);
        RestAssured.filters((request, response, context) -> {
            Response answer = http2.filter(request, response, context);
            answers.add(answer);
            return answer;
        });
    }

    @AfterEach
    void useHttp1() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void whatHappensToSessionsOfDevicesIsCounted() {
        Scrape before = Scrape.now();
        bind();
        browser.dropProof().refresh();
        String cookies = browser.cookiesWithoutProof();
        given().post("/device-bound/register");
        given().post("/device-bound/refresh");
        given().header("Sec-Secure-Session-Id", browser.sessionIdentifier()).post("/device-bound/refresh");
        given().header("Cookie", cookies).get("/for-users");
        given().header("Cookie", cookies).header("Sec-Fetch-Site", "same-site").get("/for-users");
        given().header("Cookie", cookies).header("Secure-Session-Skipped", "unreachable").get("/for-users");
        navigate("/for-users", cookies);
        clock.breakAfter(0);
        given().header("Secure-Session-Response", "x").post("/device-bound/register");
        browser.refresh();
        clock.reset();
        browser.send("POST", "/sign-out", given());
        browser.refresh();

        assertThat(Scrape.now().since(before, "user_session_device")).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("user_session_device_offers_total", 1.0), once("registrations", "registered"),
                once("registrations", "refused"), once("registrations", "failed"), once("refreshes", "refreshed"),
                once("refreshes", "challenged"), once("refreshes", "ended"), once("refreshes", "refused"),
                once("refreshes", "unavailable"), once("unproven", "refused"), once("unproven", "caused_elsewhere"),
                once("unproven", "could_not_prove"), once("unproven", "to_come_again")));
    }

    private static Map.Entry<String, Double> once(String metric, String outcome) {
        return Map.entry("user_session_device_" + metric + "_total{outcome=\"" + outcome + "\"}", 1.0);
    }

    @Test
    void aBrowserIsToldWhatItsSessionIs() {
        browser.send("POST", "/sign-in?user=ada", given());
        JsonPath session = answers.get(1).jsonPath();

        assertThat(session.getMap("")).containsOnlyKeys("session_identifier", "refresh_url", "scope", "credentials",
                "allowed_refresh_initiators");
        assertThat(session.getString("session_identifier")).isEqualTo(browser.sessionIdentifier());
        assertThat(session.getString("refresh_url")).isEqualTo("/device-bound/refresh");
        assertThat(session.getMap("scope")).hasSize(1).containsEntry("include_site", false);
        assertThat(session.getString("credentials[0].type")).isEqualTo("cookie");
        assertThat(session.getString("credentials[0].name")).isEqualTo("__session-proof");
        assertThat(session.getString("credentials[0].attributes")).isEqualTo("Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(session.getList("allowed_refresh_initiators")).containsExactly("www.example.org", "*.example.net");
    }
}
