package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.quarkiverse.usersession.testsupport.Browser.vary;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.app.BlockingEndpoints;
import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.RawConnection;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.RemixCookies;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The application writes the session's cookie into a response itself, while the session of the request is due for renewal: or
 * the answer comes late. The cases are in the table of the test of the same name in the runtime; here they are met on a server.
 */
class WrittenByHandTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .withApplicationRoot(jar -> jar
                    .addPackage(BlockingEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage())
                    .addClasses(Endpoints.class, Routes.class, Servlet.class))
            .overrideRuntimeConfigKey("quarkus.user-session.max-age", "30M")
            .overrideRuntimeConfigKey("quarkus.user-session.renew-after", "5M")
            .overrideRuntimeConfigKey("quarkus.user-session.import.format", "remix")
            .overrideRuntimeConfigKey("quarkus.user-session.import.secrets", RemixCookies.SECRET)
            .overrideRuntimeConfigKey("quarkus.user-session.import.until", "2026-12-31")
            .overrideRuntimeConfigKey("quarkus.user-session.import.cookie-name", "old")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.SEVERE.intValue()
                    && record.getLoggerName().startsWith("io.quarkiverse"))
            .assertLogRecords(errors -> assertThat(errors).singleElement().satisfies(record -> {
                assertThat(record.getMessage()).contains("because the application wrote the cookie of this session itself");
                assertThat(record.getParameters()).contains("/hand/lose");
            }));

    @Inject
    TestClock clock;

    private Browser browser;

    @BeforeEach
    void aSessionIsDueForRenewal() {
        browser = new Browser();
        browser.get("/hand/begin");
        clock.advance(Duration.ofMinutes(6));
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/hand/destroy", "/hand/destroy-with-request", "/hand/new-cookie", "/hand-route/destroy",
            "/hand-route/fail", "/hand-route/add-cookie", "/hand-remove-cookie", "/hand-servlet/header",
            "/hand-servlet/cookie" })
    void S32_aSignOutByHandIsFollowedByNoRenewal(String path) {
        Response response = browser.get(path);

        assertThat(setCookies(response)).filteredOn(cookie -> cookie.startsWith("__session=")).singleElement().asString()
                .containsIgnoringCase("Max-Age=0");
        assertThat(setCookies(response)).filteredOn(cookie -> cookie.startsWith("old=")).hasSize(1);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store, private");
        assertThat(vary(response)).isEqualTo("Cookie");
        assertThat(browser.get("/hand/read").asString()).isEqualTo("nobody");
    }

    @Test
    void S32_aChangeByHandIsFollowedByNoRenewalAndAFlashValueReadBeforeIsShownAgain() {
        Response response = browser.get("/hand/commit");

        assertThat(response.asString()).isEqualTo("Welcome!");
        assertThat(setCookies(response)).hasSize(1);
        assertThat(browser.get("/hand/read").asString()).isEqualTo("grace");
        assertThat(browser.get("/hand/flash").asString()).isEqualTo("Welcome!");
        assertThat(browser.get("/hand/flash").asString()).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/hand/destroy", "/hand/new-cookie", "/hand-route/add-cookie", "/hand-remove-cookie",
            "/hand-servlet/cookie" })
    void S32_onHttp2ASignOutByHandIsFollowedByNoRenewalEither(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Cookie", "__session=" + browser.cookie()).build();

        HttpResponse<String> response = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()
                .send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.headers().allValues("set-cookie")).filteredOn(cookie -> cookie.startsWith("__session="))
                .singleElement().asString().containsIgnoringCase("Max-Age=0");
        assertThat(response.headers().allValues("cache-control")).containsExactly("no-store, private");
    }

    @Test
    void aCookieThatWasDroppedWithItsResponseDoesNotCount() {
        Response response = browser.get("/hand/dropped");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(setCookies(response)).singleElement().asString().contains("Max-Age=1800");
        assertThat(browser.get("/hand/read").asString()).isEqualTo("ada");
    }

    @Test
    void whatTheOtherHandleHasChangedIsLostWithAnError() {
        browser.get("/hand/lose");

        assertThat(browser.get("/hand/read").asString()).isEqualTo("grace");
    }

    @Test
    void S32_anImportIsFollowedByNoCookieOfOursAndItsOwnGoes() {
        Response response = given().header("Cookie", "old=" + RemixCookies.signed("{\"user\":\"ada\"}")).get("/hand/destroy");

        assertThat(setCookies(response)).hasSize(2).allMatch(cookie -> cookie.contains("=; Max-Age=0;"));
    }

    /** Vert.x reads some names where we, as browsers, see others: a page of a sibling host can set such cookies. */
    @ParameterizedTest
    @ValueSource(strings = { ",__session=x; ", ", ,\t__session=x; ", ",__session=\"x\"; ", ",__session=; ",
            "a=b; ,__session=x; " })
    void S32_whatOnlyCameWithTheRequestIsNotTakenForWrittenByHand(String before) throws IOException {
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            RawConnection.Answer answer = connection.get("/hand-sign-out", before + "__session=" + browser.cookie());

            assertThat(answer.values("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("__session=")).singleElement()
                    .asString().contains("Max-Age=0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/hand/unrelated", "/hand-route/unrelated", "/hand-route/unrelated-add-cookie" })
    void S13_aSessionCookieWithoutRequestAndWithoutUseOfItsSessionIsNotForCaches(String path) {
        Response response = new Browser().get(path);

        assertThat(setCookies(response)).singleElement().asString().startsWith("__session=");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store, private");
    }

    @Test
    void S33_aSlowReaderDoesNotReviveASessionThatWasSignedOutMeanwhile() throws Exception {
        assertThat(slowAnswer(Duration.ofSeconds(3)).values("Set-Cookie")).isEmpty();
    }

    @Test
    void aReaderThatIsNotThatSlowRenewsTheSession() throws Exception {
        assertThat(slowAnswer(Duration.ofSeconds(2)).values("Set-Cookie")).hasSize(1);
    }

    private RawConnection.Answer slowAnswer(Duration time) throws Exception {
        Endpoints.reading = new CompletableFuture<>();
        Endpoints.proceed = new CompletableFuture<>();
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            connection.send("/hand/slow", "__session=" + browser.cookie());
            Endpoints.reading.get(60, TimeUnit.SECONDS);
            clock.advance(time);
            browser.get("/hand/destroy");
            assertThat(browser.cookie()).isNull();
            Endpoints.proceed.complete("read");
            return connection.answer();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/hand/flash", "/hand-head" })
    void aHeadRequestReadsNoFlashValue(String path) throws IOException {
        browser.get("/hand/begin");

        Response head = given().header("Cookie", "__session=" + browser.cookie()).head(path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(setCookies(head)).isEmpty();
        assertThat(browser.get("/hand/flash").asString()).isEqualTo("Welcome!");
    }

    @Path("/hand")
    public static class Endpoints {

        static volatile CompletableFuture<String> reading;
        static volatile CompletableFuture<String> proceed;

        @Inject
        UserSession session;

        @Inject
        SessionStorage storage;

        @GET
        @Path("begin")
        public String begin() {
            session.set("user", "ada").flash("message", "Welcome!");
            return "begun";
        }

        @GET
        @Path("read")
        public String read() {
            return session.get("user").orElse("nobody");
        }

        @GET
        @Path("flash")
        public String flash() {
            return session.get("message").orElse("none");
        }

        @GET
        @Path("destroy")
        public jakarta.ws.rs.core.Response destroy(@HeaderParam("Cookie") String cookies) {
            session.has("user");
            return withHeader(storage.destroySession(storage.getSession(cookies))).build();
        }

        /** The session of the request is not used. */
        @GET
        @Path("destroy-with-request")
        public jakarta.ws.rs.core.Response destroyWithRequest(@HeaderParam("Cookie") String cookies, RoutingContext rc) {
            return withHeader(storage.destroySession(storage.getSession(cookies), rc)).build();
        }

        @GET
        @Path("new-cookie")
        public jakarta.ws.rs.core.Response newCookie() {
            session.has("user");
            return jakarta.ws.rs.core.Response.ok("done")
                    .cookie(new NewCookie.Builder("__session").value("").path("/").maxAge(0).build()).build();
        }

        @GET
        @Path("commit")
        public jakarta.ws.rs.core.Response commit(@HeaderParam("Cookie") String cookies) {
            String message = session.get("message").orElse("none");
            String header = storage.commitSession(storage.getSession(cookies).set("user", "grace"));
            return jakarta.ws.rs.core.Response.ok(message).header("Set-Cookie", header).build();
        }

        @GET
        @Path("lose")
        public jakarta.ws.rs.core.Response lose(@HeaderParam("Cookie") String cookies) {
            session.set("user", "lost");
            return withHeader(storage.commitSession(storage.getSession(cookies).set("user", "grace"))).build();
        }

        @GET
        @Path("dropped")
        public jakarta.ws.rs.core.Response dropped(@HeaderParam("Cookie") String cookies) {
            session.has("user");
            jakarta.ws.rs.core.Response response = withHeader(storage.destroySession(storage.getSession(cookies))).build();
            if (response.hasEntity()) {
                throw new WebApplicationException(422);
            }
            return response;
        }

        @GET
        @Path("unrelated")
        public jakarta.ws.rs.core.Response unrelated() {
            return withHeader(storage.commitSession(storage.getSession(null).set("user", "grace"))).build();
        }

        @GET
        @Path("slow")
        public Uni<String> slow() {
            session.has("user");
            reading.complete("reading");
            return Uni.createFrom().completionStage(proceed);
        }

        private static ResponseBuilder withHeader(String header) {
            return jakarta.ws.rs.core.Response.ok("done").header("Set-Cookie", header);
        }
    }

    public static class Routes {

        void routes(@Observes Router router, SessionStorage storage) {
            router.get("/hand-route/destroy").handler(rc -> {
                storage.getUserSession(rc).has("user");
                rc.response().headers().add("Set-Cookie", byHand(storage, rc));
                rc.end("done");
            });
            router.get("/hand-route/fail").handler(rc -> {
                storage.getUserSession(rc).has("user");
                rc.response().headers().add("Set-Cookie", byHand(storage, rc));
                rc.fail(409);
            });
            router.get("/hand-route/add-cookie").handler(rc -> {
                storage.getUserSession(rc).has("user");
                rc.response().addCookie(Cookie.cookie("__session", "").setPath("/").setMaxAge(0));
                rc.end("done");
            });
            // without a path, which is "/" here
            router.get("/hand-remove-cookie").handler(rc -> {
                storage.getUserSession(rc).has("user");
                rc.response().removeCookie("__session");
                rc.end("done");
            });
            router.get("/hand-sign-out").handler(rc -> {
                storage.getUserSession(rc).destroy();
                rc.end("done");
            });
            router.get("/hand-route/unrelated-add-cookie").handler(rc -> {
                String header = storage.commitSession(storage.getSession(null).set("user", "grace"));
                String value = header.substring(header.indexOf('=') + 1, header.indexOf(';'));
                rc.response().addCookie(Cookie.cookie("__session", value).setPath("/"));
                rc.end("done");
            });
            router.get("/hand-route/unrelated").handler(rc -> {
                rc.response().putHeader("Set-Cookie", storage.commitSession(storage.getSession(null).set("user", "grace")));
                rc.end("done");
            });
            router.route("/hand-head").handler(rc -> {
                String message = storage.getUserSession(rc).get("message").orElse("none");
                rc.response().putHeader("Content-Length", "" + message.length()).end();
            });
        }

        private static String byHand(SessionStorage storage, RoutingContext rc) {
            return storage.destroySession(storage.getSession(rc.request().getHeader("Cookie")));
        }
    }

    @WebServlet("/hand-servlet/*")
    public static class Servlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Inject
        UserSession session;

        @Inject
        transient SessionStorage storage;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            session.has("user");
            if (request.getPathInfo().equals("/header")) {
                response.addHeader("Set-Cookie", storage.destroySession(storage.getSession(request.getHeader("Cookie"))));
            } else {
                jakarta.servlet.http.Cookie cookie = new jakarta.servlet.http.Cookie("__session", "");
                cookie.setPath("/");
                cookie.setMaxAge(0);
                response.addCookie(cookie);
            }
            response.getWriter().write("done");
        }
    }
}
