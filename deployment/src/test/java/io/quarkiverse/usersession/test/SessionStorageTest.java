package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocketConnection;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;

/** Sessions where there is no CDI request scope. */
class SessionStorageTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .withApplicationRoot(jar -> jar
                    .addPackage(io.quarkiverse.usersession.test.app.BlockingEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage())
                    .addClasses(Routes.class, Socket.class));

    private static final String SET = "__session=[\\w-]+; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax";

    @Inject
    SessionStorage storage;

    @Inject
    @SessionName("onboarding")
    SessionStorage onboarding;

    @TestHTTPResource("/socket")
    URI socket;

    private Browser browser;

    @BeforeEach
    void openABrowser() {
        browser = new Browser();
    }

    @Test
    void aRouterHandlerHasTheSameSessionThatInjectionSees() {
        Response response = browser.get("/router/set?value=ada");

        assertThat(setCookies(response)).singleElement().asString().matches(SET);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");
        assertThat(browser.get("/router/get").asString()).isEqualTo("ada-s3ssion-marker");
    }

    @Test
    void whatIsCommittedByHandIsSentOnceAndNotForCaches() {
        Response response = browser.get("/router/commit?value=ada");

        assertThat(setCookies(response)).singleElement().asString().matches(SET.replace("31536000", "60"));
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store, private");
        assertThat(browser.get("/router/get").asString()).isEqualTo("ada");
    }

    @Test
    void whatIsDestroyedByHandIsSentOnce() {
        browser.get("/router/set?value=ada");

        Response response = browser.get("/router/destroy");

        assertThat(setCookies(response)).singleElement().asString().startsWith("__session=; Max-Age=0;");
        assertThat(browser.get("/router/get").asString()).isEqualTo("nobody");
    }

    @Test
    void aChangeAfterACommitByHandIsSentToo() {
        browser.get("/router/commit-and-set?value=ada");

        assertThat(browser.get("/router/get").asString()).isEqualTo("ada, later");
    }

    @Test
    void whatIsDestroyedAfterACommitByHandIsDestroyed() {
        browser.get("/router/set?value=ada");

        browser.get("/router/commit-and-destroy?value=grace");

        assertThat(browser.get("/router/get").asString()).isEqualTo("nobody");
    }

    @Test
    void whatIsCommittedByHandAndDroppedWithTheResponseIsCommittedAllTheSame() {
        Response response = browser.get("/router/commit-and-reroute?value=ada");

        assertThat(response.asString()).isEqualTo("ada");
        assertThat(browser.get("/router/get").asString()).isEqualTo("ada");
    }

    @Test
    void aMaxAgePerCommitWorksForTheSessionOfARequest() {
        Response response = browser.get("/router/commit-for-an-hour?value=ada");

        assertThat(setCookies(response)).singleElement().asString().contains("; Max-Age=3600;");
    }

    @Test
    void aRouterHandlerHasNamedSessionsToo() {
        Response response = browser.get("/router/set-onboarding?value=3");

        assertThat(setCookies(response)).singleElement().asString().startsWith("__onboarding=");
    }

    @Test
    void aStorageThatRefusesASessionLeavesItAsItWas() {
        UserSession session = storage.getSession(null).set("a", 1);

        assertThatIllegalArgumentException().isThrownBy(() -> onboarding.commitSession(session, Duration.ofHours(1)));

        assertThat(storage.commitSession(session)).contains("; Max-Age=31536000;");
    }

    @Test
    void aWebSocketHandshakeCanReadTheSession() throws Exception {
        browser.get("/router/set?value=ada");
        CompletableFuture<String> greeting = new CompletableFuture<>();

        WebSocket connection = HttpClient.newHttpClient().newWebSocketBuilder()
                .header("Cookie", "other=1; __session=" + browser.cookie())
                .buildAsync(URI.create(socket.toString().replace("http:", "ws:")), new WebSocket.Listener() {

                    @Override
                    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                        greeting.complete(data.toString());
                        return null;
                    }
                }).get(60, TimeUnit.SECONDS);

        assertThat(greeting.get(60, TimeUnit.SECONDS)).isEqualTo("Hello ada-s3ssion-marker");
        connection.abort();
    }

    @Test
    void aSessionNeedsNoRequestAtAll() {
        UserSession session = storage.getSession(null);
        assertThat(session.isNew()).isTrue();
        session.set("user", "ada");

        String setCookie = storage.commitSession(session);

        assertThat(setCookie).matches(SET);
        UserSession later = storage.getSession(setCookie.substring(0, setCookie.indexOf(';')));
        assertThat(later.get("user")).contains("ada");
        assertThat(later.id()).isEqualTo(session.id());
        assertThat(later.isNew()).isFalse();
        assertThat(storage.destroySession(later)).startsWith("__session=; Max-Age=0;");
        assertThat(later.isEmpty()).isTrue();
    }

    @Test
    void aMaxAgePerCommitIsCappedByTheConfiguredOneAndSurvivesLaterCommits() {
        UserSession session = storage.getSession("");
        assertThat(storage.commitSession(session, Duration.ofDays(30))).contains("; Max-Age=2592000;");
        assertThat(storage.commitSession(session, Duration.ofDays(1_000))).contains("; Max-Age=31536000;");

        String hour = storage.commitSession(session, Duration.ofHours(1));
        UserSession later = storage.getSession(hour.substring(0, hour.indexOf(';')));

        assertThat(storage.commitSession(later.set("a", 1))).contains("; Max-Age=3600;");
    }

    @Test
    void aStorageTakesItsOwnSessionsOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> onboarding.commitSession(storage.getSession(null)))
                .withMessageContaining("This is the storage of session 'onboarding'");
        assertThat(onboarding.commitSession(onboarding.getSession(null))).startsWith("__onboarding=");
    }

    public static class Routes {

        void routes(@Observes Router router, SessionStorage storage,
                @SessionName("onboarding") SessionStorage onboarding) {
            router.get("/router/set-onboarding").handler(rc -> {
                onboarding.getUserSession(rc).set("step", rc.request().getParam("value"));
                rc.end("set");
            });
            router.get("/router/commit-for-an-hour").handler(rc -> {
                UserSession session = storage.getUserSession(rc).set("user", rc.request().getParam("value"));
                rc.response().putHeader("Set-Cookie", storage.commitSession(session, Duration.ofHours(1)));
                rc.end("committed");
            });
            router.get("/router/commit-and-destroy").handler(rc -> {
                UserSession session = storage.getUserSession(rc).set("user", rc.request().getParam("value"));
                rc.response().putHeader("Set-Cookie", storage.commitSession(session, rc));
                session.destroy();
                rc.end("destroyed");
            });
            router.get("/router/commit-and-reroute").handler(rc -> {
                UserSession session = storage.getUserSession(rc).set("user", rc.request().getParam("value"));
                rc.response().putHeader("Set-Cookie", storage.commitSession(session, rc));
                rc.reroute("/router/get");
            });
            router.get("/router/set").handler(rc -> {
                storage.getUserSession(rc).set("user", rc.request().getParam("value") + "-s3ssion-marker");
                rc.end("set");
            });
            router.get("/router/get").handler(rc -> rc.end(storage.getUserSession(rc).get("user").orElse("nobody")));
            router.get("/router/commit").handler(rc -> {
                UserSession session = storage.getUserSession(rc).set("user", rc.request().getParam("value"))
                        .maxAge(Duration.ofMinutes(1));
                rc.response().putHeader("Set-Cookie", storage.commitSession(session, rc));
                rc.end("committed");
            });
            router.get("/router/commit-and-set").handler(rc -> {
                UserSession session = storage.getUserSession(rc).set("user", rc.request().getParam("value"));
                rc.response().putHeader("Set-Cookie", storage.commitSession(session, rc));
                session.set("user", rc.request().getParam("value") + ", later");
                rc.end("committed");
            });
            router.get("/router/destroy").handler(rc -> {
                rc.response().putHeader("Set-Cookie", storage.destroySession(storage.getUserSession(rc), rc));
                rc.end("destroyed");
            });
        }
    }

    @io.quarkus.websockets.next.WebSocket(path = "/socket")
    public static class Socket {

        @Inject
        SessionStorage storage;

        @OnOpen
        String greet(WebSocketConnection connection) {
            String cookies = connection.handshakeRequest().header("Cookie");
            return "Hello " + storage.getSession(cookies).get("user").orElse("stranger");
        }
    }
}
