package io.quarkiverse.usersession.replicas;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.restassured.response.Response;

/** What happens to requests while something is wrong with Redis, and that it passes without a restart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutageTests {

    private static final int FILES = 40;

    /** Of a replica that is used while the server is stopped. Otherwise a busy machine could take longer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final boolean proactive;
    private final boolean accept;

    private RedisServer server;
    private Replica replica;

    OutageTests(boolean proactive, boolean accept) {
        this.proactive = proactive;
        this.accept = accept;
    }

    @BeforeAll
    void start() {
        server = RedisServer.start();
        replica = startReplica(Replica.PATIENCE);
    }

    private Replica startReplica(Duration timeout) {
        return Replica.start(server, proactive, "quarkus.user-session.sign-in.store.timeout", timeout.toSeconds() + "S",
                "quarkus.user-session.sign-in.store.unavailable", accept ? "accept" : "reject",
                "quarkus.user-session.sign-in.store.cache", "0S");
    }

    @AfterAll
    void stop() {
        if (replica != null) {
            replica.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void S39_aStoppedServerHoldsNothingUp() {
        try (Replica impatient = startReplica(TIMEOUT)) {
            Browser user = impatient.signedIn("ada");
            awaitRecovery(impatient, user);
            String cookie = user.cookie();
            server.stop();
            try {
                assertIsNotHeldUp(impatient, user);
            } finally {
                server.resume();
            }
            awaitRecovery(impatient, user);
            assertThat(user.cookie()).as("the cookie, which an outage never touches").isEqualTo(cookie);
        }
    }

    private void assertIsNotHeldUp(Replica impatient, Browser user) {
        long start = System.nanoTime();
        assertUnavailable(impatient, user, "/blocking");
        assertThat(sinceNanos(start)).as("the first one").isGreaterThanOrEqualTo(TIMEOUT)
                .isLessThan(TIMEOUT.multipliedBy(30));

        assertPassesQuickly(impatient, user, "/static/shop.css");
        for (String kind : Pages.kinds()) {
            assertUnavailable(impatient, user, kind);
        }
        if (!accept) {
            assertPassesQuickly(impatient, user, "/blocking/open/read");
        }
        assertNobodyNotices(impatient);
    }

    @Test
    void S39_aServerThatIsGoneHoldsNothingUp() {
        Browser user = signedInAndSeen("ada");
        server.kill();
        try {
            for (String kind : Pages.kinds()) {
                assertUnavailable(replica, user, kind);
            }
            assertPassesQuickly(replica, user, "/static/shop.css");
            assertNobodyNotices(replica);
        } finally {
            server.restart();
        }
        assertRecovers(user);
    }

    /** Those who were signed in stay so: a store that has never heard of them lets them in. */
    @Test
    void aServerThatHasForgottenEverythingSignsNobodyOut() {
        Browser user = signedInAndSeen("ada");

        server.command("FLUSHALL");
        server.command("SCRIPT", "FLUSH");

        for (String kind : Pages.kinds()) {
            assertThat(replica.get(user, kind + "/users/who").asString()).isEqualTo("ada");
        }
        assertThat(replica.get(user, "/blocking/open/devices?user=ada").asString()).contains(replica.id(user));
    }

    @Test
    void connectionsThatTheServerClosesAreReplaced() {
        Browser user = signedInAndSeen("ada");
        for (int i = 0; i < 20; i++) {
            assertThat(server.command("CLIENT", "KILL", "TYPE", "normal")).doesNotStartWith("-");

            Response response = replica.get(user, "/blocking/users/who");

            assertThat(response.statusCode()).isIn(200, accept ? 200 : 503);
            assertThat(setCookies(response)).isEmpty();
        }
        assertRecovers(user);
    }

    /** It takes no new sign-in, and goes on for those that it knows. */
    @Test
    void aFullServerIsNoErrorAndStillSignsOut() {
        Browser user = signedInAndSeen("ada");
        Browser copy = new Browser().with(user.cookie());
        String id = replica.id(user);
        server.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
        server.command("CONFIG", "SET", "maxmemory", "1");
        try {
            assertThat(server.command("SET", "a", "b")).startsWith("-OOM");
            Browser fresh = replica.signedIn("bob");
            for (String kind : Pages.kinds()) {
                Response refused = replica.get(fresh, kind + "/users/who");
                Response known = replica.get(user, kind + "/users/who");
                assertThat(refused.statusCode()).isEqualTo(accept ? 200 : 503);
                assertThat(known.asString()).isEqualTo("ada");
                assertThat(setCookies(refused)).isEmpty();
                assertThat(setCookies(known)).isEmpty();
            }
            assertNobodyNotices(replica);

            assertThat(replica.get(new Browser(), "/blocking/open/sign-out-device?user=ada&id=" + id).asString())
                    .isEqualTo("signed out");
            assertThat(replica.get(copy, "/blocking/users/who").statusCode()).isEqualTo(401);
        } finally {
            server.command("CONFIG", "SET", "maxmemory", "0");
        }
        assertRecovers(replica.signedIn("bob"));
    }

    @Test
    void startsWithoutTheServerAndFindsItLater() {
        for (boolean gone : new boolean[] { true, false }) {
            Replica beforeTheServer = null;
            if (gone) {
                server.kill();
            } else {
                server.stop();
            }
            Browser user;
            try {
                beforeTheServer = startReplica(TIMEOUT);
                user = beforeTheServer.signedIn("ada");
                Response response = beforeTheServer.get(user, "/blocking/users/who");
                assertThat(response.statusCode()).isEqualTo(accept ? 200 : 503);
                assertThat(beforeTheServer.get(user, "/static/shop.css").statusCode()).isEqualTo(200);
                assertThat(beforeTheServer.get(new Browser(), "/blocking/users/who").statusCode()).isEqualTo(401);
                beforeTheServer.awaitOutput("The sign-in store is unavailable");
            } finally {
                if (gone) {
                    server.restart();
                } else {
                    server.resume();
                }
            }
            try (Replica running = beforeTheServer) {
                awaitQuestions(running, user);
                running.awaitOutput("The sign-in store answers again");
            }
        }
    }

    /** One whom the store knows, after an outage of the test before. */
    private Browser signedInAndSeen(String user) {
        Browser browser = replica.signedIn(user);
        assertRecovers(browser);
        return browser;
    }

    private void assertRecovers(Browser user) {
        awaitQuestions(replica, user);
        for (String kind : Pages.kinds()) {
            assertThat(replica.get(user, kind + "/users/who").statusCode()).isEqualTo(200);
        }
        assertThat(replica.get(user, "/blocking/open/devices?user=ada").statusCode()).isEqualTo(200);
    }

    private void awaitRecovery(Replica impatient, Browser user) {
        for (String kind : Pages.kinds()) {
            Poll.until("users are let in again", () -> impatient.get(user, kind + "/users/who").statusCode() == 200);
        }
        Poll.until("devices are listed again",
                () -> impatient.get(user, "/blocking/open/devices?user=ada").statusCode() == 200);
        awaitQuestions(impatient, user);
    }

    /** Until the store is asked for each request again, and not once in a while. */
    private void awaitQuestions(Replica asking, Browser user) {
        server.command("CONFIG", "RESETSTAT");
        Poll.until("the store is asked again", () -> asking.get(user, "/blocking/users/who").statusCode() == 200
                && server.calls("hmget") > 50);
    }

    /** Protected pages are, or let in, as configured; public ones go on. */
    private void assertUnavailable(Replica asking, Browser user, String kind) {
        Response page = asking.get(user, kind + "/users/who");
        if (accept) {
            assertThat(page.asString()).isEqualTo("ada");
        } else {
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isEqualTo("1");
            assertThat(page.asString()).doesNotContain("ada", "Exception");
        }
        Response open = asking.get(user, kind + "/open/read");
        assertThat(open.asString()).isEqualTo("pears");
        for (Response response : List.of(page, open)) {
            assertThat(setCookies(response)).isEmpty();
        }
    }

    /** One request a second may be the one that tries whether the server is back, and wait. */
    private static void assertPassesQuickly(Replica asking, Browser user, String path) {
        int waits = 0;
        Duration atOnce = Duration.ZERO;
        for (int i = 0; i < FILES; i++) {
            long before = System.nanoTime();
            Response response = asking.get(user, path);
            Duration took = sinceNanos(before);
            if (took.compareTo(TIMEOUT) >= 0) {
                waits++;
            } else {
                atOnce = atOnce.plus(took);
            }
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(setCookies(response)).isEmpty();
        }
        // and a few more may have waited for a machine that had something else to do
        assertThat(waits).as("requests that have waited").isLessThanOrEqualTo(5 + (int) atOnce.toSeconds());
    }

    private static void assertNobodyNotices(Replica asking) {
        Browser visitor = new Browser();
        long start = System.nanoTime();
        for (String kind : Pages.kinds()) {
            assertThat(asking.get(visitor, kind + "/open/write?value=plums").asString()).isEqualTo("written");
            assertThat(asking.get(visitor, kind + "/open/read").asString()).isEqualTo("plums");
            assertThat(asking.get(visitor, kind + "/users/who").statusCode()).isEqualTo(401);
            assertThat(asking.get(new Browser(), kind + "/open/untouched").asString()).isEqualTo("untouched");
        }
        assertThat(asking.get(visitor, "/static/shop.css").statusCode()).isEqualTo(200);
        assertThat(sinceNanos(start)).as("all would have waited as long")
                .isLessThan(TIMEOUT.multipliedBy(4 * Pages.kinds().size()));
    }

    private static Duration sinceNanos(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
