package io.quarkiverse.usersession.replicas;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.restassured.response.Response;

/** What copies of cookies are good for on two replicas with one Redis after a sign-in has been ended on the first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class EndedSignInTests {

    private static final Duration CACHE = Duration.ofMillis(400);
    private static final Duration BACKGROUND = Duration.ofSeconds(10);
    private static final Duration REPLACED = Duration.ofSeconds(10);

    /** So many that each event loop gets a request, and then has a connection to Redis: they take turns. */
    private static final int CONNECTIONS = 4 * Runtime.getRuntime().availableProcessors();

    /** An ending has at least so many, and a question has fewer. */
    private static final int BYTES_OF_AN_ENDING = 150;

    private final boolean proactive;

    private RedisServer server;
    private Replica first;
    private Replica second;

    EndedSignInTests(boolean proactive) {
        this.proactive = proactive;
    }

    @BeforeAll
    void start() {
        server = RedisServer.start();
        first = Replica.start(server, proactive);
        second = Replica.start(server, proactive);
    }

    @AfterAll
    void stop() {
        for (AutoCloseable started : new AutoCloseable[] { first, second, server }) {
            if (started != null) {
                close(started);
            }
        }
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void forgetOtherTests() {
        server.command("FLUSHALL");
    }

    @AfterEach
    void setTheClocks() {
        setClocksAhead(Duration.ZERO);
    }

    static Stream<Arguments> kindsAndWays() {
        return Pages.kinds().stream().flatMap(kind -> Stream.of(Way.values()).map(way -> Arguments.of(kind, way)));
    }

    static List<String> kinds() {
        return Pages.kinds();
    }

    @ParameterizedTest
    @MethodSource("kindsAndWays")
    void S37_copiesSignNobodyIn(String kind, Way way) {
        Browser device = first.signedIn("ada");
        Browser beforeRenewal = new Browser().with(device.cookie());
        first.get(device, kind + "/open/renew");
        Browser copy = new Browser().with(device.cookie());
        Browser other = first.signedIn("ada");
        for (Browser browser : List.of(beforeRenewal, copy, other)) {
            assertSignedIn(browser, kind);
        }

        first.get(way.who(device, other), kind + way.path(first.id(device)));

        long endedAt = System.nanoTime();
        for (Browser ended : List.of(copy, beforeRenewal)) {
            assertRefused(first, ended, kind);
            assertIsRefusedWithin(way.confirmed ? CACHE : CACHE.plus(BACKGROUND), endedAt, ended, kind);
        }
    }

    /** The mark ends it, and whoever ends it by its id or signs out leaves a note. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aDeviceThatTheStoreHasNeverSeenIsSignedOut(Way way) {
        Browser device = first.signedIn("ada");
        Browser copy = new Browser().with(device.cookie());
        Browser other = first.signedIn("ada");
        awaitRegistered("ada", first.id(device));
        assertThat(first.get(other, "/blocking/users/who").asString()).isEqualTo("ada");
        server.command("FLUSHALL");

        first.get(way.who(device, other), "/blocking" + way.path(first.id(device)));

        assertRefused(first, copy, "/blocking");
        assertIsRefusedWithin(way.confirmed ? CACHE : CACHE.plus(BACKGROUND), System.nanoTime(), copy, "/blocking");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void S38_whoChangesThePasswordStaysSignedIn(String kind) {
        for (String ending : List.of("everywhere", "elsewhere")) {
            Browser device = first.signedIn("ada");
            Browser copy = new Browser().with(device.cookie());
            Browser other = first.signedIn("ada");
            assertSignedIn(copy, kind);
            assertSignedIn(other, kind);

            Response changed = first.get(device, kind + "/users/new-password-" + ending + "?user=ada");

            long endedAt = System.nanoTime();
            assertThat(changed.asString()).isEqualTo("signed in");
            assertRefused(first, other, kind);
            assertIsRefusedWithin(CACHE, endedAt, other, kind);
            assertSignedIn(device, kind);
            assertThat(first.get(device, kind + "/open/read").asString()).isEqualTo("pears");
            if (ending.equals("everywhere")) {
                assertRefused(first, copy, kind);
                assertIsRefusedWithin(CACHE, endedAt, copy, kind);
            }
        }
    }

    /** The former one of this browser is the one that stays, so it is ended when it has been replaced for a while. */
    @Test
    void requestsUnderWayDuringASecondSignInAreNotRefused() {
        Browser device = first.signedIn("ada");
        Browser underWay = new Browser().with(device.cookie());
        for (String kind : Pages.kinds()) { // the first requests may take long
            assertSignedIn(device, kind);
        }

        long before = System.nanoTime();
        first.get(device, "/blocking/open/sign-in?user=ada");

        for (String kind : Pages.kinds()) {
            for (Replica replica : List.of(first, second)) {
                if (!replica.get(underWay, kind + "/users/who").asString().equals("ada")) { // a slow machine has taken that long
                    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(REPLACED);
                }
            }
            assertSignedIn(device, kind);
        }
        for (Replica replica : List.of(first, second)) {
            Poll.until("the former sign-in ends", () -> replica.get(underWay, "/blocking/users/who").statusCode() == 401);
        }
        assertSignedIn(device, "/blocking");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void S41_aRequestUnderWayTouchesNoNewerCookie(String kind) {
        for (String what : List.of("", "&value=apples")) {
            Browser device = first.signedIn("ada");
            String bob = "bob" + UUID.randomUUID(); // whom no mark of the future ends
            Browser bobs = first.signedIn(bob);
            setClocksAhead(Duration.ofMinutes(20)); // when an answer renews the session even if it is late

            assertThat(setCookies(answerAfter(device, kind, what, () -> {
            }))).as("what would be sent otherwise").hasSize(1);
            assertThat(setCookies(answerAfter(device, kind, what, () -> {
                Browser signsOut = new Browser().with(device.cookie());
                first.get(signsOut, kind + "/open/sign-out");
                first.get(signsOut, kind + "/open/sign-in?user=ada");
                assertThat(first.get(signsOut, kind + "/users/who").asString()).isEqualTo("ada");
            }))).isEmpty();
            assertThat(setCookies(answerAfter(bobs, kind, what,
                    () -> first.get(new Browser(), kind + "/open/sign-out-everywhere?user=" + bob)))).isEmpty();
            setClocksAhead(Duration.ZERO);
        }
    }

    @Test
    void S41_aRequestUnderWayDoesNotReviveTheSignIn() {
        Browser device = first.signedIn("ada");
        Browser copy = new Browser().with(device.cookie());

        answerAfter(device, "/blocking", "&value=apples",
                () -> first.get(new Browser().with(device.cookie()), "/blocking/open/sign-out"));

        assertRefused(first, copy, "/blocking");
        assertIsRefusedWithin(CACHE.plus(BACKGROUND), System.nanoTime(), copy, "/blocking");
    }

    /** It was asked before the ending began, and answered afterwards. */
    @ParameterizedTest
    @ValueSource(strings = { "/blocking", "/uni", "/route", "/servlet" })
    @Order(2) // others leave sign-ins whose ending would be taken for what this sends
    void anAnswerAskedForBeforeAnEndingIsNotBelieved(String kind) {
        Unread.assumeKnown();
        Browser device = first.signedIn("ada");
        Browser copy = new Browser().with(device.cookie());
        String id = first.id(device);
        awaitRegistered("ada", id);
        List<Browser> others = Stream.generate(() -> first.signedIn("ada")).limit(CONNECTIONS).toList();
        setClocksAhead(Duration.ofSeconds(2)); // nothing is cached
        others.forEach(other -> first.get(other, "/uni/users/who"));

        server.stop();
        CompletableFuture<Response> asked;
        CompletableFuture<Response> ended;
        try {
            asked = sendAsync(() -> first.get(copy, kind + "/users/who"));
            Poll.until("the question is sent", () -> Unread.bytes(server) > 0);
            long question = Unread.bytes(server);
            ended = sendAsync(() -> first.get(new Browser(), "/uni/open/sign-out-device?user=ada&id=" + id));
            Poll.until("the ending is sent", () -> Unread.bytes(server) >= question + BYTES_OF_AN_ENDING);
        } finally {
            server.resume();
        }

        assertThat(ended.join().statusCode()).isEqualTo(200);
        assertThat(asked.join().statusCode()).isEqualTo(401);
        assertRefused(first, copy, kind);
        assertIsRefusedWithin(CACHE, System.nanoTime(), copy, kind);
    }

    @Test
    @Order(1) // others leave sign-ins that are ended some seconds after they were replaced
    void S39_anonymousRequestsCauseNoCommand() {
        Browser visitor = new Browser();
        first.get(visitor, "/blocking/open/write?value=pears");
        Browser user = first.signedIn("ada");
        awaitRegistered("ada", first.id(user));
        server.command("CONFIG", "RESETSTAT");

        for (String kind : Pages.kinds()) {
            for (String page : List.of("/open/read", "/open/write?value=plums", "/open/who", "/users/who", "/open/untouched")) {
                first.get(visitor, kind + page);
                first.get(new Browser(), kind + page);
                first.get(new Browser().with("AAAA"), kind + page);
            }
        }
        first.get(visitor, "/static/shop.css");
        first.get(visitor, "/nowhere");
        if (!proactive) {
            first.get(user, "/static/shop.css");
            first.get(user, "/blocking/open/untouched");
            first.get(user, "/blocking/open/read");
        }

        assertThat(server.command("INFO", "commandstats").lines().filter(line -> line.startsWith("cmdstat_")))
                .allMatch(line -> line.startsWith("cmdstat_config|resetstat:"));
        setClocksAhead(Duration.ofSeconds(2));
        first.get(user, "/blocking/users/who");
        assertThat(server.calls("hmget")).as("of a user").isEqualTo(1);
    }

    /** On a thread of its own: the common pool of two cores has only one. */
    private static CompletableFuture<Response> sendAsync(Supplier<Response> request) {
        return CompletableFuture.supplyAsync(request, task -> new Thread(task).start());
    }

    /** @return what a request gets that has arrived before and is answered after that */
    private Response answerAfter(Browser browser, String kind, String parameters, Runnable meanwhile) {
        String id = UUID.randomUUID().toString();
        Browser same = new Browser().with(browser.cookie());
        CompletableFuture<Response> held = sendAsync(() -> first.get(same, kind + "/users/held?id=" + id + parameters));
        Poll.until("the request arrives", () -> first.isHeld(id));
        meanwhile.run();
        first.release(id);
        assertThat(held.join().statusCode()).isEqualTo(200);
        return held.join();
    }

    private void awaitRegistered(String user, String id) {
        Poll.until("the sign-in is registered",
                () -> first.get(new Browser(), "/blocking/open/devices?user=" + user).asString().contains(id));
    }

    private void assertSignedIn(Browser browser, String kind) {
        for (Replica replica : List.of(first, second)) {
            assertThat(replica.get(browser, kind + "/users/who").asString()).isEqualTo("ada");
        }
    }

    private static void assertRefused(Replica replica, Browser browser, String kind) {
        Response refused = replica.get(browser, kind + "/users/who");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(setCookies(refused)).isEmpty();
        Response open = replica.get(browser, kind + "/open/who");
        assertThat(open.asString()).isEqualTo("nobody");
        assertThat(setCookies(open)).isEmpty();
    }

    /** On the second replica. A request that was let in must have been sent before. */
    private void assertIsRefusedWithin(Duration longest, long endedAt, Browser browser, String kind) {
        Poll.until("a copy is refused", () -> {
            Duration sent = Duration.ofNanos(System.nanoTime() - endedAt);
            Response response = second.get(browser, kind + "/users/who");
            if (response.statusCode() == 200) {
                assertThat(sent).isLessThanOrEqualTo(longest);
            }
            return response.statusCode() == 401;
        });
        assertRefused(second, browser, kind);
    }

    private void setClocksAhead(Duration ahead) {
        first.setClockAhead(ahead);
        second.setClockAhead(ahead);
    }
}
