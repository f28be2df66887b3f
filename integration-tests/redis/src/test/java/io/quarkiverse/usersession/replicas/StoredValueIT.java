package io.quarkiverse.usersession.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.RedisServer;

/** Values that are too large for a cookie, on two replicas. */
class StoredValueIT {

    /** Of a replica that is used while the server is stopped. Otherwise a busy machine could take longer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static RedisServer server;
    private static Replica one;
    private static Replica other;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        one = Replica.start(server, false);
        other = Replica.start(server, false);
    }

    @AfterAll
    static void stop() {
        for (Replica started : new Replica[] { one, other }) {
            if (started != null) {
                started.close();
            }
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void forgetOtherTests() {
        server.command("FLUSHALL");
    }

    private static List<String> values() {
        return server.command("KEYS", "replicas:value:*").lines().toList();
    }

    @Test
    void everyKindOfPageReadsAndReplacesAMegabyteThatAnotherReplicaHasStored() {
        StringBuilder expected = new StringBuilder();
        int lines = 0;
        for (String kind : Pages.kinds()) {
            Replica writer = lines % 2 == 0 ? one : other;
            Replica reader = lines % 2 == 0 ? other : one;

            assertThat(writer.get(browser, kind + "/open/fill-basket?value=350000").asString()).isEqualTo("filled");

            expected.append(' ').append(++lines).append("GIFTaz350000");
            assertThat(reader.get(browser, kind + "/open/basket").asString()).as(kind).isEqualTo(lines + expected.toString());
            assertThat(browser.cookie()).hasSizeLessThan(400);
        }
        for (String kind : Pages.kinds()) {
            assertThat(other.get(browser, kind + "/open/empty-basket").asString()).isEqualTo("emptied");
            assertThat(one.get(browser, kind + "/open/basket").asString()).as(kind).isEqualTo("0");
            assertThat(values()).isEmpty();
            one.get(browser, kind + "/open/fill-basket?value=10");
            assertThat(values()).hasSize(2);
        }
    }

    @Test
    void whatEndsTheSessionEndsItsValuesForCopiesOfTheCookieToo() {
        one.get(browser, "/uni/open/fill-basket?value=5000");
        String copied = browser.cookie();
        one.get(browser, "/uni/open/destroy");

        Poll.until("Redis has removed it", () -> values().isEmpty());

        Browser thief = new Browser().with(copied);
        assertThat(other.get(thief, "/uni/open/basket").asString()).isEqualTo("0");
    }

    @Test
    void anOutageIsAnErrorOfThePagesThatUseTheValueAndOfNoOthersAndOneOfThemWaits() {
        one.get(browser, "/uni/open/fill-basket?value=5000");
        try (Replica impatient = Replica.start(server, false, "quarkus.user-session.stored-values.timeout",
                TIMEOUT.toSeconds() + "S")) {
            awaitBasket(impatient);
            server.stop();
            try {
                assertOnlyPagesWithTheValueFail(impatient);
            } finally {
                server.resume();
            }

            awaitBasket(impatient);
            assertThat(impatient.get(browser, "/blocking/open/read").asString()).isEqualTo("pears");
        }
    }

    private void awaitBasket(Replica replica) {
        Poll.until("the value is there", () -> replica.get(browser, "/uni/open/basket").asString().equals("1 1GIFTaz5000"));
    }

    private void assertOnlyPagesWithTheValueFail(Replica impatient) {
        assertThat(impatient.get(browser, "/uni/open/basket").statusCode()).isEqualTo(500);
        impatient.awaitOutput("Session 'default', key 'basket': the store of large values has failed: no answer within"
                + " quarkus.user-session.stored-values.timeout");
        int waits = 0;
        long start = System.nanoTime();
        for (String kind : Pages.kinds()) {
            long before = System.nanoTime();
            assertThat(impatient.get(browser, kind + "/open/basket").statusCode()).as(kind).isEqualTo(500);
            waits += sinceNanos(before).compareTo(TIMEOUT) >= 0 ? 1 : 0;
            assertThat(impatient.get(browser, kind + "/open/write?value=pears").asString()).isEqualTo("written");
            assertThat(impatient.get(browser, kind + "/open/read").asString()).isEqualTo("pears");
        }
        Duration atOnce = sinceNanos(start).minus(TIMEOUT.multipliedBy(waits));
        assertThat(waits).as("pages that have waited, where one a second may")
                .isLessThanOrEqualTo(1 + (int) atOnce.toSeconds());
    }

    private static Duration sinceNanos(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
