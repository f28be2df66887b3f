package io.quarkiverse.usersession.replicas;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.RedisServer;

/** The clock of the second replica is 30 seconds ahead, and those of both can be moved on. */
class WrongClockIT {

    private static RedisServer server;
    private static Replica right;
    private static Replica ahead;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        right = Replica.start(server, false);
        ahead = Replica.start(server, false, "replica.clock-ahead", "PT30S");
    }

    @AfterAll
    static void stop() {
        for (Replica started : new Replica[] { right, ahead }) {
            if (started != null) {
                started.close();
            }
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "sign-out-everywhere", "sign-out-elsewhere" })
    void S38_aSignInOfTheFutureEndsAndOneThatFollowsDoesNot(String ending) {
        Browser device = ahead.signedIn("ada");
        Browser copy = new Browser().with(device.cookie());
        Browser other = right.signedIn("ada");
        assertSignedIn(device);
        assertSignedIn(other);

        right.get(other, "/blocking/users/" + ending + "?user=ada");
        Browser next = right.signedIn("ada");
        Browser nextAhead = ahead.signedIn("ada");

        for (Replica replica : List.of(right, ahead)) {
            Poll.until("the copy is refused", () -> replica.get(copy, "/blocking/users/who").statusCode() == 401);
            Poll.until("what the mark would refuse is refused",
                    () -> ending.endsWith("elsewhere") || replica.get(other, "/blocking/users/who").statusCode() == 401);
        }
        assertSignedIn(next);
        assertSignedIn(nextAhead);
    }

    @Test
    void S37_aCopyThatPollsAPublicPageDoesNotOutliveTheNoteOfItsEnd() {
        server.command("FLUSHALL");
        Browser device = right.signedIn("bob");
        Browser poller = new Browser().with(device.cookie());
        right.get(device, "/blocking/open/sign-out");
        Poll.until("the end is noted", () -> server.command("HVALS", server.command("KEYS", "*")).startsWith("e"));

        try {
            for (int minutes = 7; minutes < 29; minutes += 7) {
                right.setClockAhead(Duration.ofMinutes(minutes));
                ahead.setClockAhead(Duration.ofMinutes(minutes));
                for (Replica replica : List.of(right, ahead)) {
                    for (String kind : Pages.kinds()) {
                        assertThat(setCookies(replica.get(poller, kind + "/open/read"))).isEmpty();
                    }
                    assertThat(setCookies(replica.get(poller, "/static/shop.css"))).isEmpty();
                }
                // it has authenticated nobody, so it knows of no end: the cookie keeps the expiry that it had
                assertThat(setCookies(ahead.get(poller, "/blocking/open/write?value=" + minutes))).hasSize(1);
            }
            right.setClockAhead(Duration.ofMinutes(31));
            ahead.setClockAhead(Duration.ofMinutes(31));
            server.command("FLUSHALL"); // as if the note had expired
            for (Replica replica : List.of(right, ahead)) {
                assertThat(replica.get(poller, "/blocking/users/who").statusCode()).isEqualTo(401);
                assertThat(replica.get(poller, "/blocking/open/id").asString()).isEqualTo("nobody");
            }
        } finally {
            right.setClockAhead(Duration.ZERO);
            ahead.setClockAhead(Duration.ZERO);
        }
    }

    private static void assertSignedIn(Browser browser) {
        for (Replica replica : List.of(right, ahead)) {
            assertThat(replica.get(browser, "/blocking/users/who").asString()).isEqualTo("ada");
        }
    }
}
