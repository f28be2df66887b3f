package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

/** What a store of sign-ins adds, however Quarkus authenticates. */
abstract class SignInStoreTests {

    private static final long DEADLINE_SECONDS = 120;

    @Inject
    TestClock clock;

    @Inject
    SwitchableStore store;

    @TestHTTPResource("/socket-for-users")
    URI socket;

    Browser browser;

    /** @param more classes of the application */
    static QuarkusUnitTest application(Class<?>... more) {
        List<Class<?>> classes = new ArrayList<>(List.of(SignInStoreTests.class, SwitchableStore.class,
                SwitchableStore.Mode.class, DevicePages.class, SocketForUsers.class));
        classes.addAll(List.of(more));
        return SignInApplication.with(classes.toArray(Class<?>[]::new))
                .overrideRuntimeConfigKey("quarkus.user-session.max-age", "30M")
                .overrideRuntimeConfigKey("quarkus.user-session.renew-after", "5M")
                .overrideRuntimeConfigKey("quarkus.user-session.sign-in.store.timeout", "300MS");
    }

    @BeforeEach
    void open() {
        clock.advance(Duration.ofHours(1)); // after what the test before has ended
        browser = new Browser();
        browser.get("/blocking/set?value=cart");
        browser.get("/sign-in?user=ada&role=admin");
        assertThat(browser.get("/for-users").asString()).startsWith("ada");
    }

    @AfterEach
    void endTheOutage() {
        store.switchTo(SwitchableStore.Mode.UP);
        awaitTheStore();
    }

    static void awaitTheStore() {
        long deadline = System.nanoTime() + Duration.ofSeconds(DEADLINE_SECONDS).toNanos();
        while (probe() != 200) {
            assertThat(System.nanoTime()).as("the outage must end by itself").isLessThan(deadline);
        }
    }

    private static int probe() {
        Browser other = new Browser();
        other.get("/sign-in?user=probe");
        return other.get("/for-users").statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-users", "/for-admins", "/by-path/page", "/admins-by-path/page", "/route/for-users",
            "/route/for-admins", "/servlet/for-admins" })
    void aCopyOfTheCookieSignsNobodyInAfterTheSignOut(String path) {
        Browser copy = copy();

        browser.get("/sign-out");

        assertEnded(copy, path);
    }

    @Test
    void S37_aCopyFromBeforeARenewalSignsNobodyInEither() {
        Browser copy = copy();
        clock.advance(Duration.ofMinutes(6));
        assertThat(setCookies(browser.get("/for-users"))).isNotEmpty();

        browser.get("/sign-out");

        assertEnded(copy, "/for-users");
    }

    @Test
    void anEndedSignInHasAnEmptySession() {
        Browser copy = copy();
        browser.get("/sign-out");

        copy.get("/for-users"); // authenticates, also where that is lazy
        assertThat(copy.get("/blocking/get").asString()).isEqualTo("nobody");
        assertThat(copy.get("/sign-in-id").asString()).isEqualTo("nobody");
        assertThat(copy.get("/is-active").asString()).isEqualTo("false");
    }

    @Test
    void anotherDeviceIsSignedOutByItsId() {
        Browser phone = signedIn("ada");
        String id = phone.get("/sign-in-id").asString();
        assertThat(browser.get("/devices").asString()).contains(id);

        browser.get("/sign-out-device?id=" + id);

        assertEnded(phone, "/for-users");
        assertThat(browser.get("/for-users").asString()).startsWith("ada");
        assertThat(browser.get("/devices").asString()).doesNotContain(id).contains(browser.get("/sign-in-id").asString());
    }

    @Test
    void S31_theIdOfAnotherUsersSignInEndsNothing() {
        Browser bob = signedIn("bob");

        browser.get("/sign-out-device?id=" + bob.get("/sign-in-id").asString());

        assertThat(bob.get("/for-users").asString()).startsWith("bob");
    }

    @Test
    void allDevicesAreSignedOutButThisOne() {
        Browser phone = signedIn("ada");

        browser.get("/sign-out-elsewhere");

        assertEnded(phone, "/for-users");
        assertThat(browser.get("/for-users").asString()).startsWith("ada");
    }

    @Test
    void allDevicesAreSignedOut() {
        Browser phone = signedIn("ada");

        browser.get("/sign-out-everywhere?user=ada");

        assertEnded(phone, "/for-users");
        assertEnded(browser, "/for-users");
    }

    @Test
    void S38_whoSignsInAgainInTheSameRequestIsSignedIn() {
        Browser copy = copy();

        browser.get("/sign-out-everywhere?user=ada&again=true");

        assertThat(browser.get("/for-users").asString()).startsWith("ada");
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("cart");
        assertEnded(copy, "/for-users");
    }

    @Test
    void S41_whatFollowsTheEndInTheSameRequestWritesNothing() {
        clock.advance(Duration.ofMillis(1));

        assertThat(setCookies(browser.get("/sign-out-everywhere-and-write?user=ada"))).isEmpty();
    }

    @Test
    void S41_aRequestUnderWayWritesNothingOfTheEndedSession() throws InterruptedException {
        DevicePages.hold();
        Browser same = copy();
        CompletableFuture<Response> held = CompletableFuture.supplyAsync(() -> same.get("/held"));
        DevicePages.awaitArrival();
        browser.get("/sign-out");
        browser.get("/sign-in?user=ada");

        DevicePages.release();

        assertThat(held.join().statusCode()).isEqualTo(200);
        assertThat(setCookies(held.join())).isEmpty();
    }

    @Test
    void requestsUnderWayDuringASecondSignInAreNotRefused() {
        Browser same = copy();

        browser.get("/sign-in?user=ada");

        assertThat(same.get("/for-users").asString()).startsWith("ada");
    }

    @Test
    void anotherUsersSignInEndsTheFormerOneAtOnce() {
        Browser copy = copy();

        browser.get("/sign-in?user=bob");

        assertEnded(copy, "/for-users");
    }

    @Test
    void inAnOutageThatTheStoreReportsProtectedPagesAreUnavailable() {
        store.switchTo(SwitchableStore.Mode.UNAVAILABLE);
        clock.advance(Duration.ofMinutes(1)); // beyond the cache
        browser.get("/for-users");
        int before = store.questions();

        Response response = browser.get("/for-users");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(setCookies(response)).isEmpty();
        assertThat(store.questions()).as("nothing, or the one of a second").isLessThanOrEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/for-users", "/for-admins", "/by-path/page", "/admins-by-path/page", "/route/for-users",
            "/route/for-admins", "/servlet/for-admins" })
    void withoutTheStoreProtectedPagesAreUnavailable(String path) {
        Browser phone = signedIn("ada");
        store.switchTo(SwitchableStore.Mode.FAILING);
        clock.advance(Duration.ofMinutes(1)); // beyond the cache

        for (Response response : new Response[] { phone.get(path), phone.navigate(path), phone.get(path) }) {
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.header("Retry-After")).isEqualTo("1");
            assertThat(response.header("WWW-Authenticate")).isNull();
            assertThat(response.asString()).doesNotContain("ada", "Exception");
            assertThat(setCookies(response)).isEmpty();
        }
    }

    @Test
    void withoutTheStoreTheHandshakeOfAWebSocketForUsersIsUnavailable() {
        Browser phone = signedIn("ada");
        store.switchTo(SwitchableStore.Mode.HANGING);
        clock.advance(Duration.ofMinutes(1)); // beyond the cache

        for (int i = 0; i < 2; i++) {
            HttpResponse<?> refused = refusedHandshake(phone);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().allValues("Retry-After")).containsExactly("1");
            assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(refusedHandshake(new Browser()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<?> refusedHandshake(Browser user) {
        CompletableFuture<WebSocket> handshake = HttpClient.newHttpClient().newWebSocketBuilder()
                .header("Cookie", "other=1" + (user.cookie() == null ? "" : "; __session=" + user.cookie()))
                .buildAsync(URI.create(socket.toString().replace("http:", "ws:")), new WebSocket.Listener() {
                });
        return ((WebSocketHandshakeException) catchThrowable(handshake::join).getCause()).getResponse();
    }

    @Test
    void withoutTheStorePublicPagesGoOn() {
        Browser phone = copy();
        store.switchTo(SwitchableStore.Mode.HANGING);
        clock.advance(Duration.ofMinutes(10)); // beyond the cache

        Response page = phone.get("/blocking/get");
        Response unknown = phone.get("/open");

        assertThat(page.asString()).isEqualTo("cart");
        assertThat(setCookies(page)).isEmpty();
        assertThat(unknown.statusCode()).isIn(200, 503);
        assertThat(setCookies(unknown)).isEmpty();
    }

    @Test
    void S39_afterTheFirstTimeoutNothingWaits() {
        store.switchTo(SwitchableStore.Mode.HANGING);
        clock.advance(Duration.ofMinutes(1));
        browser.get("/for-users");

        int before = store.questions();
        long start = System.nanoTime();
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long sent = System.nanoTime();
            assertThat(browser.get("/for-users").statusCode()).isEqualTo(503);
            times.add(Duration.ofNanos(System.nanoTime() - sent));
        }

        // one of them a second may be the one that tries whether the store is back
        int seconds = (int) Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(store.questions() - before).isLessThanOrEqualTo(seconds + 2);
        Collections.sort(times);
        assertThat(times.get(times.size() / 2)).as("half of them").isLessThan(Duration.ofMillis(300));
    }

    @Test
    void S39_aCachedAnswerCountsDuringAnOutage() {
        browser.get("/for-users");
        store.switchTo(SwitchableStore.Mode.FAILING);

        assertThat(browser.get("/for-users").asString()).startsWith("ada");
    }

    @Test
    void whatIsWrittenDuringAnOutageKeepsItsExpiry() {
        store.switchTo(SwitchableStore.Mode.FAILING);
        clock.advance(Duration.ofMinutes(10));

        String setCookie = setCookies(browser.get("/blocking/set?value=more")).get(0);

        assertThat(setCookie).contains("Max-Age=1200;");
    }

    @Test
    void anotherMechanismIsNotHeldUp() {
        store.switchTo(SwitchableStore.Mode.UNAVAILABLE);
        clock.advance(Duration.ofMinutes(1)); // beyond the cache
        int before = store.questions();

        assertThat(given().header("Cookie", "__session=" + browser.cookie()).auth().preemptive().basic("robot", "beep")
                .get("/for-users").asString()).startsWith("robot");

        assertThat(store.questions()).isEqualTo(before);
    }

    /** The store could take a sign-in that it doesn't know for active, although it has ended. */
    @ParameterizedTest
    @ValueSource(strings = { "FAILING", "UNAVAILABLE" })
    void S40_whoseSignInCanNotBeConfirmedEndsNoOthers(String mode) {
        Browser phone = signedIn("ada");
        store.switchTo(SwitchableStore.Mode.valueOf(mode));

        Response response = browser.get("/sign-out-elsewhere");

        assertThat(response.statusCode()).isEqualTo(500);
        endTheOutage();
        assertThat(phone.get("/for-users").asString()).startsWith("ada");
    }

    @Test
    void S39_anonymousRequestsAskNothing() {
        int before = store.questions();
        Browser visitor = new Browser();

        visitor.get("/blocking/set?value=cart");
        visitor.get("/blocking/get");
        visitor.get("/open");
        visitor.get("/for-users");
        visitor.get("/blocking/untouched");

        assertThat(store.questions()).isEqualTo(before);
    }

    @Test
    void S39_anEndingFailsLoudlyDuringAnOutageAndHoldsHere() {
        Browser phone = signedIn("ada");
        String id = phone.get("/sign-in-id").asString();
        browser.get("/for-users");
        store.switchTo(SwitchableStore.Mode.FAILING);

        Response response = browser.get("/sign-out-device?id=" + id);

        assertThat(response.statusCode()).isEqualTo(500);
        assertEnded(phone, "/for-users");
    }

    private Browser copy() {
        return new Browser().with(browser.cookie());
    }

    private static Browser signedIn(String user) {
        Browser device = new Browser();
        device.get("/sign-in?user=" + user + "&role=admin");
        assertThat(device.cookie()).isNotNull();
        return device;
    }

    /** A program gets a 401 as if it had no cookie, and the cookie is left alone. */
    static void assertEnded(Browser copy, String path) {
        Response response = copy.get(path);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(setCookies(response)).isEmpty();
        assertThat(setCookies(copy.get("/open"))).isEmpty();
    }
}
