package io.quarkiverse.usersession.compatibility;

import static io.quarkiverse.usersession.compatibility.SessionChecks.assertColour;
import static io.quarkiverse.usersession.compatibility.SessionChecks.browserWith;
import static io.quarkiverse.usersession.compatibility.SessionChecks.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.quarkiverse.usersession.testsupport.Browser;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** One session, whichever extension's code uses it. */
final class ExtensionChecks {

    private ExtensionChecks() {
    }

    static Stream<Check> all() {
        return Stream.of(
                new Check("undertow", "servlets and REST have one session", () -> sharesOneSession("/servlet")),
                new Check("reactive-routes", "routes and REST have one session", () -> sharesOneSession("/route")),
                new Check("websockets-next", "a handshake reads the session", ExtensionChecks::readsInHandshakes),
                new Check("smallrye-graphql", "a mutation and a query have the session of REST",
                        ExtensionChecks::sharesWithGraphQl),
                new Check("rest-csrf", "a form with its token changes the session", ExtensionChecks::acceptsForms),
                new Check("rest-csrf", "a form without a token changes nothing", ExtensionChecks::refusesForms),
                new Check("rest-qute", "a template shows the session, and a flash value once", ExtensionChecks::isShown),
                new Check("smallrye-openapi", "the document has the cookie as a security scheme",
                        ExtensionChecks::isDocumented),
                new Check("redis-client", "a large value is kept in Redis", ExtensionChecks::keepsLargeValues),
                new Check("redis-client", "a copy of a cookie is worth nothing after a sign-out",
                        ExtensionChecks::endsSignIns),
                new Check("opentelemetry", "a traced request has its session", ExtensionChecks::isTraced),
                new Check("micrometer-registry-prometheus", "sessions are counted", ExtensionChecks::isCounted),
                new Check("smallrye-health", "the application is ready, without a cookie", ExtensionChecks::isReady));
    }

    private static void sharesOneSession(String path) {
        Browser browser = new Browser();
        send(browser, path, "blue");

        assertColour(browser, "blue");
        assertThat(browserWith("green").get(path).asString()).isEqualTo("green");
    }

    private static void readsInHandshakes() throws Exception {
        CompletableFuture<String> message = new CompletableFuture<>();
        WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .header("Cookie", "__session=" + browserWith("green").cookie())
                .buildAsync(URI.create("ws://localhost:" + RestAssured.port + "/socket"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                        message.complete(text.toString());
                        return null;
                    }
                }).get(180, TimeUnit.SECONDS);

        assertThat(message.get(180, TimeUnit.SECONDS)).isEqualTo("green");
        socket.abort();
    }

    private static void sharesWithGraphQl() {
        Browser browser = new Browser();

        assertThat(browser.send("POST", "/graphql", graphQl("mutation { paint(colour: \\\"blue\\\") }")).asString())
                .contains("\"paint\":\"blue\"");
        assertColour(browser, "blue");
        assertThat(browserWith("green").send("POST", "/graphql", graphQl("{ colour }")).asString())
                .contains("\"colour\":\"green\"");
    }

    private static RequestSpecification graphQl(String query) {
        return given().contentType("application/json").body("{\"query\":\"" + query + "\"}");
    }

    private static void acceptsForms() {
        Browser browser = browserWith("green");
        String token = browser.get("/form").cookie("csrf-token");

        Response response = browser.send("POST", "/form",
                given().cookie("csrf-token", token).formParam("csrf-token", token).formParam("colour", "blue"));
        assertThat(response.statusCode()).isEqualTo(204);
        assertColour(browser, "blue");
    }

    private static void refusesForms() {
        Browser browser = browserWith("green");

        assertThat(browser.post("/form", "colour", "blue").statusCode()).isEqualTo(400);
        assertColour(browser, "green");
    }

    private static void isShown() {
        Browser browser = browserWith("green");
        send(browser, "/flash", "saved");

        assertThat(browser.get("/template").asString().strip()).isEqualTo("green saved");
        assertThat(browser.get("/template").asString().strip()).isEqualTo("green");
    }

    private static void isDocumented() {
        JsonPath document = new Browser().get("/q/openapi?format=json").jsonPath();

        assertThat(document.getMap("components.securitySchemes.SecurityScheme")).containsEntry("type", "apiKey")
                .containsEntry("in", "cookie").containsEntry("name", "__session");
    }

    private static void keepsLargeValues() {
        String letter = "a long letter ".repeat(1_000);
        Browser browser = new Browser();

        assertThat(send(browser, "/letter", letter).statusCode()).isEqualTo(204);
        assertThat(browser.get("/letter").asString()).isEqualTo(letter);
        assertThat(new Browser().get("/letter").asString()).isEqualTo("none");
    }

    private static void endsSignIns() {
        Browser browser = browserWith("green");
        send(browser, "/sign-in", "everywhere");
        Browser copy = new Browser().with(browser.cookie());
        assertThat(copy.get("/for-users").asString()).isEqualTo("everywhere");

        assertThat(send(browser, "/sign-out-everywhere", "").statusCode()).isEqualTo(204);

        assertThat(copy.get("/for-users").statusCode()).isEqualTo(401);
    }

    private static void isTraced() {
        assertThat(browserWith("green").get("/traced").asString()).isEqualTo("traced green");
    }

    private static void isCounted() {
        browserWith("green");

        assertThat(new Browser().get("/q/metrics").asString()).contains("user_session_opened_total{",
                "user_session_commits_total{");
    }

    private static void isReady() {
        Response ready = browserWith("green").get("/q/health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(Browser.setCookies(ready)).isEmpty();
    }
}
