package io.quarkiverse.usersession.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.secret.SecretRules;
import io.quarkiverse.usersession.test.client.DevUi;
import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.devui.tests.DevUIJsonRPCTest;
import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.response.Response;

/** Dev mode starts anew for each test method: all cases are in one. */
class DevUiTest {

    private static final String SECRET = "gT5wXc8Zr1Lk4Vb7Nq0Md3Hj6Fs9Pa2Ye";
    private static final String ACCEPTED = "kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua";
    private static final String WEAK = "pB7yMw3Kz9";
    private static final String IMPORTED = "wD2nRt6Yx1";
    private static final String BROWSER_COOKIES = "/q/dev-ui/user-session-browser-cookies";
    private static final String UNKNOWN = "zL3sVk8Qm5Xw1Rb7Tn2Yc6Hd9Jf4Gp0Ea";

    @RegisterExtension
    static final QuarkusDevModeTest APP = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar
                    .addClass(Endpoints.class)
                    .addAsResource(new StringAsset("""
                            quarkus.http.port=0
                            quarkus.user-session.cookie.same-site=strict
                            quarkus.user-session.cookie.domain=localhost
                            quarkus.user-session.absolute-timeout=36H
                            shop.onboarding-key=%1$s
                            shop.all-keys=first,%1$s
                            quarkus.user-session.onboarding.secret=${shop.onboarding-key}
                            quarkus.user-session.onboarding.accepted-secrets=%2$s,%3$s
                            quarkus.user-session.onboarding.max-age=10M
                            quarkus.user-session.onboarding.renew-after=90S
                            quarkus.user-session.onboarding.cookie.path=/onboarding
                            quarkus.user-session.onboarding.cookie.http-only=false
                            quarkus.user-session.onboarding.cookie.secure=always
                            quarkus.user-session.onboarding.cookie.partitioned=true
                            quarkus.user-session.onboarding.cache-headers=false
                            quarkus.user-session.onboarding.import.format=remix
                            quarkus.user-session.onboarding.import.cookie-name=__remix
                            quarkus.user-session.onboarding.import.secrets=%4$s
                            quarkus.user-session.onboarding.import.until=2099-12-31
                            """.formatted(SECRET, ACCEPTED, WEAK, IMPORTED)), "application.properties"))
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkus"));

    private static final SessionCookies ONBOARDING = TestSessions.withSecret(SECRET).cookieName("__onboarding");

    private DevUi devUi;
    private Response response; // of the application, with a cookie of the default session
    private String developmentSecret;

    @TestFactory
    List<DynamicTest> devUi() {
        int port = port();
        devUi = new DevUi(port);
        response = given().port(port).get("/devui/set");
        developmentSecret = response.asString();
        return List.of(
                dynamicTest("the pages are there", () -> thePagesAreThere(port)),
                dynamicTest("shows the settings of the default session", this::showsTheSettingsOfTheDefaultSession),
                dynamicTest("shows the settings of a named session", this::showsTheSettingsOfANamedSession),
                dynamicTest("shows the secrets by their key ids", this::showsTheSecretsByTheirKeyIds),
                dynamicTest("opens a cookie that the application has set", this::opensACookieThatTheApplicationHasSet),
                dynamicTest("finds the session by the name of the cookie", this::findsTheSessionByTheNameOfTheCookie),
                dynamicTest("opens a cookie sealed with an accepted secret", this::opensACookieSealedWithAnAcceptedSecret),
                dynamicTest("says that a cookie is of former settings", this::saysThatACookieIsOfFormerSettings),
                dynamicTest("opens an expired cookie and says so", this::opensAnExpiredCookieAndSaysSo),
                dynamicTest("says why a cookie does not open", this::saysWhyACookieDoesNotOpen),
                dynamicTest("says which session a cookie is of", this::saysWhichSessionACookieIsOf),
                dynamicTest("says which names it has looked for", this::saysWhichNamesItHasLookedFor),
                dynamicTest("opens a cookie of another system", this::opensACookieOfAnotherSystem),
                dynamicTest("opens the cookie of the browser, once", () -> opensTheCookieOfTheBrowserOnce(port)),
                dynamicTest("takes no cookies from requests of other sites", () -> takesNoCookiesFromOtherSites(port)),
                dynamicTest("detects the system of a cookie", this::detectsTheSystemOfACookie),
                dynamicTest("shows who is signed in", this::showsWhoIsSignedIn),
                dynamicTest("generates good secrets", this::generatesGoodSecrets),
                dynamicTest("answers Quarkus' own client", () -> answersQuarkusOwnClient(port)),
                dynamicTest("S5: no page shows a secret, nor does that of Quarkus", this::S5_noAnswerHasASecretInIt));
    }

    private void thePagesAreThere(int port) {
        for (String page : List.of("qwc-user-session-sessions.js", "qwc-user-session-cookie.js", "user-session.svg")) {
            given().port(port).get("/q/dev-ui/quarkus-user-session/" + page).then().statusCode(200);
        }
    }

    private void showsTheSettingsOfTheDefaultSession() throws Exception {
        JsonNode session = session(0);

        assertThat(fields(session)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("name", "default"), Map.entry("cookieName", "__session"), Map.entry("path", "/"),
                Map.entry("domain", "localhost"), Map.entry("sameSite", "strict"), Map.entry("httpOnly", "true"),
                Map.entry("secure", "auto"), Map.entry("partitioned", "false"), Map.entry("maxAge", "365D"),
                Map.entry("absoluteTimeout", "36H"), Map.entry("cacheHeaders", "true"), Map.entry("signIn", "false")));
    }

    private void showsTheSettingsOfANamedSession() throws Exception {
        JsonNode session = session(1);

        assertThat(fields(session)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("name", "onboarding"), Map.entry("cookieName", "__onboarding"), Map.entry("path", "/onboarding"),
                Map.entry("domain", "localhost"), Map.entry("sameSite", "strict"), Map.entry("httpOnly", "false"),
                Map.entry("secure", "always"), Map.entry("partitioned", "true"), Map.entry("maxAge", "10M"),
                Map.entry("renewAfter", "90S"), Map.entry("absoluteTimeout", "36H"), Map.entry("cacheHeaders", "false"),
                Map.entry("signIn", "false")));
        assertThat(fields(session.get("importing"))).containsExactlyInAnyOrderEntriesOf(
                Map.of("format", "remix", "cookieName", "__remix", "until", "2099-12-31"));
    }

    private void showsTheSecretsByTheirKeyIds() throws Exception {
        String ofTheApplication = open(response.getCookie("__session")).get("keyId").asText();
        String current = open(ONBOARDING.cookie(Map.of()).getValue()).get("keyId").asText();
        String accepted = open(withSecret(ACCEPTED).cookie(Map.of()).getValue()).get("keyId").asText();

        assertThat(session(0).get("secrets")).singleElement().satisfies(secret -> assertThat(fields(secret))
                .isEqualTo(Map.of("keyId", ofTheApplication, "current", "true", "developmentDefault", "true")));
        JsonNode secrets = session(1).get("secrets");
        assertThat(secrets).hasSize(3);
        assertThat(fields(secrets.get(0)))
                .isEqualTo(Map.of("keyId", current, "current", "true", "developmentDefault", "false"));
        assertThat(fields(secrets.get(1)))
                .isEqualTo(Map.of("keyId", accepted, "current", "false", "developmentDefault", "false"));
        assertThat(fields(secrets.get(2))).containsEntry("current", "false")
                .containsEntry("weakness", "is shorter than 32 bytes");
    }

    private void opensACookieThatTheApplicationHasSet() throws Exception {
        String header = response.getHeaders().getValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("__session=")).findFirst().orElseThrow();
        for (String pasted : List.of(response.getCookie("__session"), "__session=" + response.getCookie("__session"),
                "Cookie: other=1; __session=" + response.getCookie("__session") + "; more=2", "set-cookie: " + header)) {
            JsonNode cookie = open(pasted);

            assertThat(fields(cookie)).containsEntry("session", "default").containsEntry("cookieName", "__session")
                    .containsEntry("outcome", "valid")
                    .containsEntry("bytes", String.valueOf("__session".length() + response.getCookie("__session").length()))
                    .containsEntry("maxBytes", "4096");
            JsonNode content = cookie.get("content");
            assertThat(fields(content)).containsEntry("currentKey", "true").containsEntry("ownLifetime", "true")
                    .containsEntry("lifetime", "1H")
                    .containsKeys("id", "createdAt", "issuedAt", "expiresAt");
            assertThat(content.get("id").asText()).hasSize(16);
            assertThat(content.get("entries")).extracting(DevUiTest::fields).containsExactly(
                    Map.of("key", "user", "flash", "false", "own", "false", "json", "\"ada\""),
                    Map.of("key", "message", "flash", "true", "own", "false", "json", "\"Welcome!\""));
        }
    }

    private void findsTheSessionByTheNameOfTheCookie() throws Exception {
        String onboarding = ONBOARDING.cookie(Map.of("step", 2)).getValue();

        JsonNode cookie = open("__session=damaged; __onboarding=" + onboarding);

        assertThat(fields(cookie)).containsEntry("session", "onboarding").containsEntry("outcome", "valid");
        assertThat(fields(open(onboarding))).containsEntry("session", "onboarding").containsEntry("outcome", "valid");
        assertThat(fields(open("__session=damaged"))).containsEntry("session", "default").containsEntry("outcome",
                "unrecognized");
    }

    private void opensACookieSealedWithAnAcceptedSecret() throws Exception {
        JsonNode cookie = open("onboarding", withSecret(ACCEPTED).cookie(Map.of("step", 2)).getValue());

        assertThat(fields(cookie)).containsEntry("outcome", "valid");
        assertThat(cookie.get("content").get("currentKey").asBoolean()).isFalse();
        assertThat(cookie.get("help").asText()).contains("seals it with the current secret");
    }

    private void saysThatACookieIsOfFormerSettings() throws Exception {
        String former = ONBOARDING.cookieScope("localhost", "/", true).cookie(Map.of()).getValue();
        String present = ONBOARDING.cookieScope("localhost", "/onboarding", true).cookie(Map.of()).getValue();

        assertThat(open("onboarding", former).get("help").asText())
                .contains("It was set with another cookie.domain, cookie.path or cookie.partitioned");
        assertThat(open("onboarding", present).get("help").asText()).doesNotContain("cookie.path");
    }

    private void opensAnExpiredCookieAndSaysSo() throws Exception {
        JsonNode cookie = open("onboarding",
                ONBOARDING.issuedAgo(Duration.ofMinutes(10)).cookie(Map.of("step", 2)).getValue());

        assertThat(fields(cookie)).containsEntry("outcome", "expired");
        assertThat(cookie.get("content").get("entries").get(0).get("key").asText()).isEqualTo("step");
        assertThat(fields(open("onboarding",
                ONBOARDING.issuedAgo(Duration.ofMinutes(9)).cookie(Map.of("step", 2)).getValue())))
                .containsEntry("outcome", "valid");
        assertThat(fields(open("onboarding",
                ONBOARDING.issuedAgo(Duration.ofMinutes(-2)).cookie(Map.of("step", 2)).getValue())))
                .containsEntry("outcome", "not_yet_valid");
    }

    private void saysWhyACookieDoesNotOpen() throws Exception {
        String good = ONBOARDING.cookie(Map.of()).getValue();
        Map<String, String> outcomes = Map.of(
                withSecret(UNKNOWN).cookie(Map.of()).getValue(), "unknown_key",
                good.substring(0, 90) + (good.charAt(90) == 'A' ? 'B' : 'A') + good.substring(91), "damaged",
                "no cookie of ours", "unrecognized",
                "a".repeat(4096), "too_long",
                " ", "absent",
                "__onboarding=", "absent");
        for (Map.Entry<String, String> expected : outcomes.entrySet()) {
            JsonNode cookie = open("onboarding", expected.getKey());

            assertThat(fields(cookie)).containsEntry("outcome", expected.getValue()).doesNotContainKey("content");
            assertThat(cookie.get("help").asText()).isNotBlank();
        }
    }

    private void saysWhichSessionACookieIsOf() throws Exception {
        JsonNode cookie = open("onboarding", "__session=" + response.getCookie("__session"));

        assertThat(fields(cookie)).containsEntry("outcome", "unknown_key").doesNotContainKey("content");
        assertThat(cookie.get("help").asText()).contains("a cookie of the session 'default'");
    }

    private void saysWhichNamesItHasLookedFor() throws Exception {
        for (String pasted : List.of("JSESSIONID=abc", "Cookie: JSESSIONID=abc; theme=dark")) {
            JsonNode cookie = open(pasted);

            assertThat(fields(cookie)).containsEntry("outcome", "absent").doesNotContainKey("content");
            assertThat(cookie.get("help").asText()).contains("The expected names are __session, __onboarding, __remix:");
        }
    }

    private void opensACookieOfAnotherSystem() throws Exception {
        // {"step":2}, signed with IMPORTED
        JsonNode cookie = open("Cookie: __remix=eyJzdGVwIjoyfQ==.xMD239ycf3EEqDlEP2HoW8bXVlFksJclm509axKOzv8");

        assertThat(fields(cookie)).containsEntry("session", "onboarding").containsEntry("outcome", "imported");
        assertThat(fields(cookie.get("content").get("entries").get(0))).containsEntry("key", "step").containsEntry("json", "2");
    }

    private void opensTheCookieOfTheBrowserOnce(int port) throws Exception {
        Response sent = given().port(port).cookie("theme", "dark").cookie("__session", response.getCookie("__session"))
                .header("X-Token", "t1").header("Origin", "http://localhost:" + port).post(BROWSER_COOKIES);

        assertThat(sent.statusCode()).isEqualTo(204);
        assertThat(sent.headers().getValues("Set-Cookie")).isEmpty();
        JsonNode cookie = devUi.call("openBrowserCookie", Map.of("token", "t1"));
        assertThat(fields(cookie)).containsEntry("session", "default").containsEntry("outcome", "valid");
        assertThat(cookie.get("content").get("entries").get(0).get("json").asText()).isEqualTo("\"ada\"");
        assertThat(cookie.toString()).doesNotContain(response.getCookie("__session"));

        JsonNode again = devUi.call("openBrowserCookie", Map.of("token", "t1"));
        assertThat(fields(again)).containsEntry("outcome", "absent").doesNotContainKey("content");
        assertThat(again.get("help").asText())
                .isEqualTo("The application did not get the cookies of this browser: try again");
        given().port(port).cookie("theme", "dark").header("X-Token", "t1").post(BROWSER_COOKIES);
        assertThat(devUi.call("openBrowserCookie", Map.of("token", "t1")).get("help").asText())
                .startsWith("This browser sends the Dev UI no cookie named __session, __onboarding, __remix:");
    }

    private void takesNoCookiesFromOtherSites(int port) throws Exception {
        given().port(port).header("Host", "shop.example").cookie("__session", response.getCookie("__session"))
                .header("X-Token", "t2").post(BROWSER_COOKIES).then().statusCode(403);
        for (String origin : List.of("http://shop.example", "http://localhost:1", "null")) {
            given().port(port).header("Origin", origin).cookie("__session", response.getCookie("__session"))
                    .header("X-Token", "t2").post(BROWSER_COOKIES).then().statusCode(403);
        }
        given().port(port).cookie("__session", response.getCookie("__session")).header("X-Token", "t2").get(BROWSER_COOKIES)
                .then().statusCode(405);

        assertThat(devUi.call("openBrowserCookie", Map.of("token", "t2")).get("help").asText())
                .isEqualTo("The application did not get the cookies of this browser: try again");
    }

    private void detectsTheSystemOfACookie() throws Exception {
        JsonNode cookies = devUi.call("detectFormat",
                Map.of("text", "Cookie: __remix=eyJzdGVwIjoyfQ==.xMD239ycf3EEqDlEP2HoW8bXVlFksJclm509axKOzv8; theme=dark"));

        assertThat(cookies).hasSize(2);
        assertThat(cookies.get(0).get("system").asText()).startsWith("Remix or React Router");
        assertThat(cookies.get(0).get("properties").get(0).asText()).isEqualTo("quarkus.user-session.import.format=remix");
        assertThat(fields(cookies.get(1))).containsEntry("name", "theme").doesNotContainKey("system");
    }

    private void generatesGoodSecrets() throws Exception {
        JsonNode generated = devUi.call("generateSecret", Map.of());

        String secret = generated.get("secret").asText();
        assertThat(SecretRules.weakness(secret)).isEmpty();
        assertThat(secret).hasSize(64).isBase64().isNotEqualTo(devUi.call("generateSecret", Map.of()).get("secret").asText());
        assertThat(generated.get("environment").asText()).isEqualTo("export SESSION_SECRET=\"" + secret + "\"");
    }

    private void showsWhoIsSignedIn() throws Exception {
        JsonNode cookie = open("onboarding", ONBOARDING.signedIn("ada", "admin").cookie(Map.of()).getValue());

        assertThat(cookie.get("content").get("entries")).singleElement().satisfies(entry -> {
            assertThat(fields(entry)).containsEntry("key", "sign-in").containsEntry("own", "true");
            assertThat(entry.get("json").asText()).contains("\"ada\"", "\"admin\"");
        });
    }

    private void answersQuarkusOwnClient(int port) throws Exception {
        DevUIJsonRPCTest client = new DevUIJsonRPCTest("quarkus-user-session", "http://localhost:" + port + "/");

        assertThat(client.executeJsonRPCMethod("getSessions")).isEqualTo(devUi.call("getSessions", Map.of()));
    }

    private void S5_noAnswerHasASecretInIt() throws Exception {
        String all = devUi.answer("devui-configuration_getAllConfiguration", Map.of())
                + devUi.answer("devui-configuration_getAllValues", Map.of());
        assertThat(all).contains("quarkus.user-session.secret", "SESSION_SECRET", "shop.onboarding-key", "********");

        for (String secret : List.of(developmentSecret, SECRET, ACCEPTED, WEAK, IMPORTED)) {
            assertThat(all + devUi.answers()).doesNotContain(secret);
        }
    }

    private JsonNode session(int place) throws Exception {
        return devUi.call("getSessions", Map.of()).get(place);
    }

    private JsonNode open(String text) throws Exception {
        return devUi.call("openCookie", Map.of("text", text));
    }

    private JsonNode open(String session, String text) throws Exception {
        return devUi.call("openCookie", Map.of("session", session, "text", text));
    }

    private static SessionCookies withSecret(String secret) {
        return TestSessions.withSecret(secret).cookieName("__onboarding");
    }

    /** Those that are no objects and no lists. */
    private static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new HashMap<>();
        object.fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode()) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        return fields;
    }

    private static int port() {
        PatternFormatter text = new PatternFormatter("%s");
        return APP.getLogRecords().stream()
                .map(record -> Pattern.compile("Listening on: http://localhost:(\\d+)").matcher(text.format(record)))
                .filter(Matcher::find)
                .mapToInt(listening -> Integer.parseInt(listening.group(1)))
                .findFirst().orElseThrow();
    }

    @Path("/devui")
    public static class Endpoints {

        @Inject
        UserSession session;

        @Inject
        @SessionName("onboarding")
        UserSession onboarding;

        @GET
        @Path("set")
        public String set() {
            session.maxAge(Duration.ofHours(1)).set("user", "ada").flash("message", "Welcome!");
            return ConfigProvider.getConfig().getValue("SESSION_SECRET", String.class);
        }
    }
}
