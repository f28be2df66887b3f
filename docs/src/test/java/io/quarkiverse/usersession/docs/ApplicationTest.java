package io.quarkiverse.usersession.docs;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.acme.LockedOutUsers;
import org.acme.Signer;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The application that the code blocks of the guide make. */
@QuarkusTest
class ApplicationTest {

    private static final int LARGEST_TEXT = 2_990 - "{\"notes\":\"\"}".length();

    @TestHTTPResource("/chat")
    URI chat;

    @Inject
    Signer signer;

    @Inject
    LockedOutUsers lockedOutUsers;

    @Test
    void loginGivesANewIdAndAMessage() {
        Cookie before = TestSessions.cookie(Map.of("theme", "dark"));

        Response response = request(before).formParam("name", "ada").post("/login");

        OpenedSession session = TestSessions.open(response);
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(URI.create(response.header("Location"))).hasPath("/");
        assertThat(session.data()).containsEntry("userID", "ada").containsEntry("theme", "dark");
        assertThat(session.flashKeys()).containsExactly("message");
        assertThat(session.id()).isNotEqualTo(TestSessions.open(before.getValue()).id());
        assertThat(given().cookie(cookie(response)).get("/").asString()).isEqualTo("Hello ada");
    }

    @Test
    void logoutEndsTheSessionAndLeadsHome() {
        Response response = request(TestSessions.cookie(Map.of("userID", "ada"))).post("/logout");

        assertThat(response).expiresSessionCookie();
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(URI.create(response.header("Location"))).hasPath("/");
    }

    @Test
    void cookiesAreSetAsTheGuideShows() {
        Response response = given().redirects().follow(false).formParam("name", "ada").post("/login");

        assertThat(withoutValue(response)).isEqualTo(Guide.example("listings/set-cookie.txt").strip());
    }

    @Test
    void cookiesAreSecureWhereTheProxySpeaksHttps() {
        Response response = given().redirects().follow(false).header("X-Forwarded-Proto", "https").formParam("name", "ada")
                .post("/login");

        assertThat(withoutValue(response)).isEqualTo(Guide.example("listings/set-cookie-secure.txt").strip());
    }

    @Test
    void aSavedProfileIsSaidOnce() {
        Response saved = request(TestSessions.cookie(Map.of())).formParam("name", "Ada").post("/profile");
        Response shown = given().cookie(cookie(saved)).get("/profile");
        Response again = given().cookie(cookie(shown)).get("/profile");

        assertThat(shown.asString()).isEqualTo("Your profile was saved");
        assertThat(again.asString()).isEmpty();
    }

    @Test
    void usersWhoAreNotRememberedStayForADay() {
        assertThat(TestSessions.open(given().formParam("yes", true).post("/profile/remember-me")).maxAge())
                .isEqualTo(Duration.ofDays(30));
        assertThat(TestSessions.open(given().formParam("yes", false).post("/profile/remember-me")).maxAge())
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void theSessionHasRoomForAsMuchAsTheGuideSays() {
        assertThat(given().body("x".repeat(LARGEST_TEXT)).post("/profile/notes").statusCode()).isEqualTo(204);
        assertThat(given().body("x".repeat(LARGEST_TEXT + 10)).post("/profile/notes").asString())
                .startsWith("Shorten it by");
    }

    @Test
    void onboardingIsASessionOfItsOwn() {
        Response step = given().post("/onboarding/2");
        Response finished = given().cookie(cookie(step)).post("/onboarding/finish");

        assertThat(step).setsNoSessionCookie();
        assertThat(TestSessions.named("onboarding").open(step).data()).containsEntry("step", 2);
        assertThat(withoutValue(step)).isEqualTo(Guide.example("listings/set-cookie-onboarding.txt").strip());
        assertThat(finished).setsSessionCookie();
        assertThat(finished, TestSessions.named("onboarding")).expiresSessionCookie();
    }

    @Test
    void framesOfOtherSitesHaveASessionOfTheirOwn() {
        Response response = given().header("X-Forwarded-Proto", "https").post("/widget");

        assertThat(withoutValue(response)).isEqualTo(Guide.example("listings/set-cookie-widget.txt").strip());
    }

    @Test
    void recordsGoIntoTheSessionAndOut() {
        Response first = given().post("/cart/bread");
        Response second = given().cookie(cookie(first)).post("/cart/milk");

        assertThat(second.asString()).isEqualTo("2");
        assertThat(given().cookie(cookie(second)).get("/cart").jsonPath().getList("name")).containsExactly("bread", "milk");
        assertThat(given().post("/cart/checkout").statusCode()).isEqualTo(200);
    }

    @Test
    void aBasketIsAValueWithItsType() {
        Response first = given().post("/basket/bread");
        Response second = given().cookie(cookie(first)).post("/basket/milk");

        assertThat(TestSessions.open(second).data()).containsEntry("basket", Map.of("products", List.of("bread", "milk")));
        assertThat(TestSessions.open(given().cookie(cookie(second)).delete("/basket")).data()).isEmpty();
    }

    @Test
    void aTemplateReadsTheSessionByItself() {
        // first, as an answer that loads many classes may be so late that it keeps the flash value
        assertThat(given().get("/basket-page").asString()).contains("Hello stranger", "<li>Nothing yet</li>");
        Response first = given().post("/basket/bread");
        Response login = request(cookie(first)).formParam("name", "ada").post("/login");
        Response page = given().cookie(cookie(login)).get("/basket-page");
        Response again = given().cookie(cookie(page)).get("/basket-page");

        assertThat(page.asString()).contains("<p>Welcome!</p>", "Hello ada", "<li>bread</li>");
        assertThat(again.asString()).contains("Hello ada").doesNotContain("Welcome!");
    }

    @Test
    void whoWantsAProtectedPageGetsThereAfterSigningIn() {
        Response toLogin = given().redirects().follow(false).accept("text/html").get("/account?tab=orders");
        Response signedIn = request(cookie(toLogin)).formParam("name", "ada").formParam("password", "guide")
                .post("/account/login");
        Response page = given().cookie(cookie(signedIn)).get("/account");
        Response signedOut = request(cookie(signedIn)).post("/account/logout");

        assertThat(toLogin.header("Location")).endsWith("/account/login");
        assertThat(signedIn.header("Location")).endsWith("/account?tab=orders");
        assertThat(page.asString()).isEqualTo("Account of ada");
        assertThat(signedOut).expiresSessionCookie();
        assertThat(signedOut.statusCode()).isEqualTo(303);
        assertThat(URI.create(signedOut.header("Location"))).hasPath("/");
        assertThat(given().get("/account").statusCode()).isEqualTo(401);
        assertThat(given().get("/reports/2026").statusCode()).isEqualTo(401);
        assertThat(given().get("/account/login").asString()).contains("<form");
    }

    @Test
    void lockedOutUsersAreSignedOut() {
        Cookie cookie = TestSessions.defaultSession().signedIn("mallory").cookie(Map.of());
        lockedOutUsers.lockOut("mallory");

        Response response = request(cookie).get("/account");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response).setsNoSessionCookie();
    }

    @Test
    void aChangeOfThePasswordEndsOldSignInsAndNotTheOneThatFollows() {
        Cookie old = TestSessions.defaultSession().signedIn("grace").issuedAgo(Duration.ofMinutes(1)).cookie(Map.of());
        assertThat(request(old).get("/account").statusCode()).isEqualTo(200);

        lockedOutUsers.passwordChanged("grace");
        Cookie afterwards = TestSessions.defaultSession().signedIn("grace").cookie(Map.of());

        assertThat(request(old).get("/account").statusCode()).isEqualTo(401);
        assertThat(request(afterwards).get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void usersSeeTheirDevicesAndSignThemOut() {
        Cookie laptop = signedIn("hedy");
        Cookie phone = signedIn("hedy");
        Cookie tablet = signedIn("hedy");
        for (Cookie device : List.of(phone, tablet)) {
            assertThat(request(device).get("/account").statusCode()).isEqualTo(200);
        }

        assertThat(request(laptop).get("/devices").jsonPath().getList("id")).hasSize(3)
                .contains(signInId(laptop), signInId(phone), signInId(tablet));
        request(laptop).delete("/devices/" + signInId(phone)).then().statusCode(204);
        assertThat(phone).hasEndedSignIn();
        assertThat(tablet).hasActiveSignIn();
        request(laptop).delete("/devices").then().statusCode(204);
        assertThat(tablet).hasEndedSignIn();
        assertThat(laptop).hasActiveSignIn();
        assertThat(request(laptop).get("/devices/greeting").asString()).isEqualTo("Welcome back");
        assertThat(request(tablet).get("/devices/greeting").asString()).isEqualTo("Hello");
    }

    @Test
    void aChangedPasswordEndsAllSignInsButTheNewOneOfThisDevice() {
        Cookie laptop = signedIn("joan");
        Cookie phone = signedIn("joan");

        Response changed = request(laptop).formParam("password", "another").post("/devices/password");

        assertThat(laptop).hasEndedSignIn();
        assertThat(phone).hasEndedSignIn();
        assertThat(cookie(changed)).hasActiveSignIn();
        assertThat(request(cookie(changed)).get("/account").asString()).isEqualTo("Account of joan");
    }

    private static Cookie signedIn(String user) {
        return TestSessions.defaultSession().signedIn(user).cookie(Map.of());
    }

    private static String signInId(Cookie cookie) {
        return TestSessions.open(cookie.getValue()).signInId().orElseThrow();
    }

    @Test
    void theSideBySideCodeWorks() {
        Response login = given().redirects().follow(false).post("/side-by-side/login");
        Cookie cookie = cookie(login);

        assertThat(given().cookie(cookie).get("/side-by-side").asString()).contains("u1");
        assertThat(TestSessions.open(given().cookie(cookie).post("/side-by-side/flash")).flashKeys())
                .containsExactly("message");
        assertThat(TestSessions.open(given().cookie(cookie).post("/side-by-side/max-age")).maxAge())
                .isEqualTo(Duration.ofHours(8));
        assertThat(given().cookie(cookie).post("/side-by-side/logout")).expiresSessionCookie();
    }

    @Test
    void aStreamReadsTheSessionAndChangesItBeforeItsFirstItem() {
        Response response = given().cookie(TestSessions.cookie(Map.of("userID", "ada"))).get("/news");

        assertThat(response.asString()).contains("first for ada", "second for ada");
        assertThat(TestSessions.open(response).data()).containsEntry("readsNews", true);
        assertThat(given().get("/news/late").asString()).contains("SessionCommittedException");
    }

    @Test
    void aWebSocketKnowsTheUserOfItsHandshake() throws Exception {
        Cookie cookie = TestSessions.cookie(Map.of("userID", "ada"));
        CompletableFuture<String> greeting = new CompletableFuture<>();

        HttpClient.newHttpClient().newWebSocketBuilder()
                .header("Cookie", cookie.getName() + "=" + cookie.getValue())
                .buildAsync(URI.create(chat.toString().replace("http:", "ws:")), new WebSocket.Listener() {

                    @Override
                    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                        greeting.complete(data.toString());
                        return null;
                    }
                }).get(60, TimeUnit.SECONDS).request(1);

        assertThat(greeting.get(60, TimeUnit.SECONDS)).isEqualTo("Hello ada");
    }

    @Test
    void aRouteHasTheSessionOfItsRequest() {
        Response response = given().cookie(TestSessions.cookie(Map.of("userID", "ada"))).get("/route");

        assertThat(response.asString()).isEqualTo("Hello ada");
        assertThat(TestSessions.open(response).data()).containsEntry("cameBy", "route");
    }

    @Test
    void workOnOtherThreadsHasTheSessionOfItsRequest() {
        Cookie cookie = TestSessions.cookie(Map.of("userID", "ada"));

        Response report = given().cookie(cookie).get("/report");

        assertThat(report.asString()).isEqualTo("Sales for ada");
        assertThat(TestSessions.open(report).data()).containsEntry("lastReport", "sales");
        assertThat(given().cookie(cookie).get("/report/rendered").asString()).isEqualTo("Sales for ada");
        assertThat(given().cookie(cookie).get("/report/printed").asString()).isEqualTo("Printed for ada");
    }

    @Test
    void aSessionIsMadeByHand() {
        String setCookie = signer.signIn(null, "ada");

        String value = setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));
        assertThat(TestSessions.open(value).data()).containsEntry("userID", "ada");
        assertThat(setCookie).contains("Max-Age=28800");
    }

    private static RequestSpecification request(Cookie cookie) {
        return given().redirects().follow(false).cookie(cookie);
    }

    /** The one cookie that a response sets, besides those that it removes. */
    private static Cookie cookie(Response response) {
        Map<String, String> cookies = new HashMap<>(response.cookies());
        cookies.values().removeIf(String::isEmpty);
        assertThat(cookies).hasSize(1);
        return new Cookie.Builder(cookies.keySet().iterator().next(), cookies.values().iterator().next()).build();
    }

    private static String withoutValue(Response response) {
        return "Set-Cookie: " + response.header("Set-Cookie").replaceFirst("=[^;]+;", "=AYoE-hQBAgME…;");
    }
}
