package io.quarkiverse.usersession.redis.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.StoredValue;
import io.quarkiverse.usersession.StoredValueException;
import io.quarkiverse.usersession.runtime.format.StoredReference;
import io.quarkiverse.usersession.runtime.store.Timers;
import io.quarkiverse.usersession.runtime.store.VertxTimers;
import io.quarkiverse.usersession.runtime.stored.ValueStore;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Large values on a real server, as sessions use them. */
class RedisStoredValueTest {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final RedisServer server = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
    private final Links links = new Links();
    private RedisLink link;
    private RedisValueStore store;
    private StoringBrowser browser;
    private Instant now = Instant.ofEpochSecond(1_700_000_000);

    @BeforeEach
    void open() {
        link = links.to(server);
        store = new RedisValueStore(link, "shop");
        browser = browser(store);
    }

    @AfterEach
    void close() {
        links.close();
        server.close();
    }

    private StoringBrowser browser(ValueStore store) {
        return browser(store, new VertxTimers(links.vertx), Links.PATIENCE);
    }

    private StoringBrowser browser(ValueStore store, Timers timers, Duration timeout) {
        return new StoringBrowser(store, () -> now, timers, timeout);
    }

    /** Another browser, or another tab, with the same cookie. */
    private StoringBrowser copy() {
        return withCookie(browser(store));
    }

    private StoringBrowser withCookie(StoringBrowser other) {
        other.cookie = browser.cookie;
        return other;
    }

    /** For an outage: otherwise the store of a busy machine may need that time as well. */
    private void waitNoLongerThan(Duration timeout) {
        browser = withCookie(browser(store, new VertxTimers(links.vertx), timeout));
    }

    private void restart() {
        server.restart();
        Links.awaitConnection(link);
    }

    /** All that was sent to Redis without waiting has been done. */
    private void settle() {
        for (int i = 0; i < 3; i++) {
            Links.get(link.send(Request.cmd(Command.PING)));
        }
    }

    private List<String> keys(String pattern) {
        settle();
        String keys = server.command("KEYS", pattern);
        return keys.isEmpty() ? List.of() : keys.lines().toList();
    }

    /** Of values that were not replaced. */
    private List<String> values() {
        return keys("shop:value:{*}:*").stream().filter(key -> !key.endsWith(":replaced")).toList();
    }

    private long ttl(String key) {
        return Long.parseLong(server.command("TTL", key));
    }

    private byte[] bytes(String key) {
        return Links.get(link.send(Request.cmd(Command.GET).arg(key))).toBytes();
    }

    private void put(String key, byte[] bytes) {
        Links.get(link.send(Request.cmd(Command.SET).arg(key).arg(bytes)));
    }

    @Test
    void aMegabyteComesBack() {
        String large = "x€".repeat(250_000);

        browser.set("cart", large);

        assertThat(browser.get("cart")).contains(large);
        assertThat(browser.cookie).hasSizeLessThan(300);
    }

    @Test
    void aValueThatNobodyNeedsAnyMoreExpires() {
        browser.maxAge(Duration.ofSeconds(1)).set("cart", "x");

        Links.await("the value expires", () -> values().isEmpty());
        assertThat(browser.get("cart")).isEmpty();
    }

    @Test
    void aValueAboveTheLimitIsRefusedWithItsSize() {
        int overhead = 2; // quotes
        browser.set("cart", "x".repeat(StoringBrowser.MAX_BYTES - overhead));
        StoringBrowser.Request request = browser.request();

        assertThatThrownBy(() -> request.value("cart").setAndAwait("x".repeat(StoringBrowser.MAX_BYTES - overhead + 1)))
                .isInstanceOfSatisfying(SessionTooLargeException.class, refused -> {
                    assertThat(refused.size()).isEqualTo(StoringBrowser.MAX_BYTES + 1);
                    assertThat(refused.limit()).isEqualTo(StoringBrowser.MAX_BYTES);
                })
                .hasMessage("Session 'default', key 'cart': the value has 2097153 bytes as JSON, and"
                        + " quarkus.user-session.stored-values.max-size is 2097152: store less, or raise it");
        assertThat(values()).hasSize(1);
        browser.set("cart", "€".repeat((StoringBrowser.MAX_BYTES - overhead) / 3));
        assertThatThrownBy(() -> browser.set("cart", "€".repeat((StoringBrowser.MAX_BYTES - overhead) / 3 + 1)))
                .as("bytes, not characters").isInstanceOf(SessionTooLargeException.class);
    }

    @Test
    void aWriteThatRedisDoesNotSurviveLeavesTheFormerValue() {
        browser.set("cart", "old");
        StoringBrowser.Request request = browser.request();
        request.session.set("step", 2);
        server.kill();

        assertThatThrownBy(() -> request.value("cart").setAndAwait("new")).isInstanceOf(StoredValueException.class)
                .hasMessageStartingWith("Session 'default', key 'cart': the store of large values has failed: ");
        request.respond();
        restart();

        assertThat(browser.get("cart")).contains("old");
        assertThat(browser.request().session.get("step", Integer.class)).contains(2);
    }

    @Test
    void redisMayEndBetweenTheWriteAndTheResponse() {
        browser.set("cart", "old");
        StoringBrowser withLostResponse = copy();
        StoringBrowser.Request request = browser.request();
        request.value("cart").setAndAwait("new");
        settle();

        server.kill();
        request.respond();
        restart();

        assertThat(browser.get("cart")).contains("new");
        assertThat(withLostResponse.get("cart")).contains("old");
    }

    @Test
    void ofTwoParallelWritersTheLastResponseWins() {
        browser.set("cart", "first");
        StoringBrowser tab = copy();
        StoringBrowser.Request one = browser.request();
        StoringBrowser.Request other = tab.request();
        String a = "a".repeat(100_000);
        String b = "b".repeat(100_000);

        Links.get(Uni.combine().all().unis(one.value("cart").set(a), other.value("cart").set(b)).asTuple());
        one.respond();
        other.respond();

        assertThat(browser.get("cart")).contains(a);
        assertThat(tab.get("cart")).contains(b);
    }

    @Test
    void unsetLeavesNothingNotEvenWhatWasReplaced() {
        browser.set("cart", "one");
        StoringBrowser earlier = copy();
        browser.set("cart", "two");
        StoringBrowser copied = copy();
        StoringBrowser.Request request = browser.request();

        request.value("cart").unsetAndAwait();
        request.respond();

        assertThat(keys("*")).isEmpty();
        assertThat(Stream.of(browser, copied, earlier).map(any -> any.get("cart"))).allMatch(value -> value.isEmpty());
    }

    @Test
    void whatEndsTheSessionOrItsDataRemovesTheValuesToo() {
        browser.set("cart", "one");
        browser.set("cart", "two");
        browser.set("notes", "three");
        StoringBrowser copied = copy();
        StoringBrowser.Request request = browser.request();
        request.session.destroy();
        request.respond();

        assertThat(keys("*")).isEmpty();
        assertThat(copied.get("cart")).isEmpty();

        browser.set("cart", "four");
        assertThat(browser.request().session.isEmpty()).isFalse();
        request = browser.request();
        request.session.clear();
        request.respond();

        assertThat(keys("*")).isEmpty();
        assertThat(browser.request().session.isEmpty()).isTrue();
    }

    @Test
    void aValueNeverOutlivesItsSession() {
        browser.maxAge(Duration.ofHours(1)).set("cart", "x");

        assertThat(ttl(values().get(0))).isBetween(3_000L, 3_600L);

        now = now.plus(Duration.ofMinutes(50));
        assertThat(browser.get("cart")).contains("x");
        assertThat(ttl(values().get(0))).isBetween(300L, 600L);
    }

    @Test
    void readingAValueAndWritingTheCookieProlongItAndNothingElseDoes() {
        browser.set("cart", "x");
        String key = values().get(0);
        assertThat(ttl(key)).isBetween(DAY - 1_000, DAY);

        server.command("EXPIRE", key, "100");
        StoringBrowser.Request other = browser.request();
        assertThat(other.session.get("name")).isEmpty();
        other.respond();
        settle();
        assertThat(ttl(key)).isLessThanOrEqualTo(100);

        assertThat(browser.get("cart")).contains("x");
        assertThat(ttl(key)).isBetween(DAY - 1_000, DAY);
        assertThat(ttl(key.substring(0, key.lastIndexOf(':')))).isGreaterThan(DAY);

        server.command("EXPIRE", key, "100");
        StoringBrowser.Request renewal = browser.request();
        renewal.session.renew();
        renewal.respond();
        settle();
        assertThat(ttl(key)).isBetween(DAY - 1_000, DAY);
    }

    /** The session is about to end when the request comes, and goes on with its response. */
    @Test
    void aNewValueLivesAsLongAsTheCookieThatWillReferToIt() {
        browser.maxAge(Duration.ofHours(1)).set("cart", "old");
        now = now.plus(Duration.ofMinutes(59));
        StoringBrowser.Request request = browser.request();

        request.value("cart").setAndAwait("new");

        assertThat(ttl(values().get(0))).isBetween(3_000L, 3_600L);
    }

    @Test
    void aHundredChangesLeaveOneValueAfterFiveMinutes() {
        IntStream.range(0, 100).forEach(i -> browser.set("cart", "value " + i));

        assertThat(values()).hasSize(1);
        assertThat(keys("*:replaced")).hasSize(99).allSatisfy(key -> assertThat(ttl(key)).isBetween(1L, 300L));
        assertThat(browser.get("cart")).contains("value 99");
    }

    @Test
    void readingAReplacedValueDoesNotProlongIt() {
        browser.set("cart", "old");
        StoringBrowser late = copy();
        browser.set("cart", "new");

        assertThat(late.get("cart")).contains("old");

        assertThat(keys("*:replaced")).singleElement().satisfies(key -> assertThat(ttl(key)).isBetween(1L, 300L));
    }

    /** The browser keeps the cookie that it receives last. */
    @Test
    void aReplacedValueLivesOnIfTheResponseToAParallelRequestRefersToIt() {
        browser.set("cart", "old");
        StoringBrowser.Request parallel = browser.request();
        copy().set("cart", "new");

        parallel.session.set("step", 1);
        parallel.respond();

        assertThat(keys("*:replaced")).isEmpty();
        assertThat(values()).hasSize(2).allSatisfy(key -> assertThat(ttl(key)).isGreaterThan(300));
        assertThat(browser.get("cart")).contains("old");
        browser.request().value("cart").unsetAndAwait();
        assertThat(keys("*")).isEmpty();
    }

    /** As a copy of the cookie does, or a tab whose responses get lost. */
    @Test
    void anOldCookieThatWritesAgainDoesNotKeepTheValueThatWasReplaced() {
        browser.set("cart", "old");
        StoringBrowser late = copy();
        browser.set("cart", "new");
        String replaced = keys("*:replaced").get(0);
        server.command("EXPIRE", replaced, "100");

        late.set("cart", "newest");

        assertThat(keys("*:replaced")).containsExactly(replaced);
        assertThat(ttl(replaced)).isLessThanOrEqualTo(100);
    }

    @Test
    void whatRedisRemembersOfAFamilyIsBounded() {
        String last = "";
        for (int i = 0; i < RedisValueStore.REMEMBERED_VERSIONS + 20; i++) {
            browser.set("cart", last = "value " + i);
        }
        String family = values().get(0).replaceFirst(":[^:]*$", "");

        assertThat(server.command("LLEN", family)).isEqualTo(String.valueOf(RedisValueStore.REMEMBERED_VERSIONS));
        assertThat(browser.get("cart")).contains(last);
        StoringBrowser.Request request = browser.request();
        request.value("cart").unsetAndAwait();
        assertThat(keys("*")).hasSize(20).allSatisfy(key -> assertThat(ttl(key)).isBetween(1L, 300L));
    }

    @Test
    void bytesThatWereMovedAreNoValueOfAnother() {
        browser.set("cart", "cart");
        String cart = values().get(0);
        browser.set("notes", "notes");
        String notes = values().stream().filter(key -> !key.equals(cart)).findFirst().orElseThrow();
        byte[] bytes = bytes(cart);

        put(notes, bytes);

        assertThat(browser.get("notes")).isEmpty();
        assertThat(browser.get("cart")).contains("cart");
        browser.set("cart", "newer");
        put(values().stream().filter(key -> !key.equals(notes)).findFirst().orElseThrow(), bytes);
        assertThat(browser.get("cart")).as("a former value of the same key").isEmpty();
    }

    @Test
    void bytesOfAnotherUserAreNoValue() {
        StoringBrowser other = browser(store);
        browser.set("cart", "mine");
        String mine = values().get(0);
        other.set("cart", "theirs");
        String theirs = values().stream().filter(key -> !key.equals(mine)).findFirst().orElseThrow();
        byte[] bytes = bytes(mine);

        put(mine, bytes(theirs));
        put(theirs, bytes);
        assertThat(browser.get("cart")).isEmpty();
        assertThat(other.get("cart")).isEmpty();

        put(mine, bytes);
        assertThat(browser.get("cart")).as("where it was").contains("mine");
    }

    @Test
    void aReferenceOfAnotherKeyOrSessionOpensNothing() {
        StoringBrowser.Request request = browser.request();
        request.value("cart").setAndAwait("cart");
        request.respond();
        String key = values().get(0);
        StoredReference reference = new StoredReference(key.substring(key.indexOf('{') + 1, key.indexOf('}')),
                key.substring(key.lastIndexOf(':') + 1));

        assertThat(Links.get(referring(browser(store), "cart", reference).get())).contains("cart");
        assertThat(Links.get(referring(browser(store), "notes", reference).get())).isEmpty();
        assertThat(Links.get(referring(browser(store).named("onboarding"), "cart", reference).get())).isEmpty();
    }

    private static StoredValue<String> referring(StoringBrowser browser, String key, StoredReference reference) {
        StoringBrowser.Request request = browser.request();
        request.entry(key).refer(reference, request.entry(key).mark());
        return request.value(key);
    }

    @Test
    void aValueThatCantBeDecryptedIsLogged() {
        browser.set("cart", "x");
        put(values().get(0), new byte[100]);

        try (CapturedLog log = new CapturedLog()) {
            assertThat(browser.get("cart")).isEmpty();
            assertThat(browser.get("never set")).isEmpty();

            assertThat(log.messages("DEBUG")).filteredOn(message -> message.contains("value"))
                    .containsExactly("Session 'default', key 'cart': the stored value can't be"
                            + " decrypted with the secrets of this replica, so it is empty");
        }
    }

    @Test
    void damagedBytesAreNoValueWhereverTheDamageIs() {
        browser.set("cart", "0123456789");
        String key = values().get(0);
        byte[] sealed = bytes(key);

        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            put(key, damaged);
            assertThat(browser.get("cart")).as("byte %s", i).isEmpty();
        }
        for (int length = 0; length < sealed.length; length++) {
            put(key, Arrays.copyOf(sealed, length));
            assertThat(browser.get("cart")).as("%s bytes", length).isEmpty();
        }
        put(key, sealed);
        assertThat(browser.get("cart")).contains("0123456789");
    }

    @Test
    void theServerSeesNothingAndANewSecretTakesValuesOver() {
        String secret = "Xk7Pq2Lm9Vb4Nc8Rt5Wd1Hz6Gy3Fs0Ja";
        browser.set("cart", "readable");
        String key = values().get(0);
        byte[] before = bytes(key);
        assertThat(new String(before, StandardCharsets.ISO_8859_1)).doesNotContain("readable");

        browser.secrets(secret, StoringBrowser.SECRET);
        assertThat(browser.get("cart")).contains("readable");
        assertThat(bytes(key)).isNotEqualTo(before);
        assertThat(ttl(key)).isBetween(DAY - 1_000, DAY);
        StoringBrowser former = copy();

        browser.secrets(secret);
        assertThat(browser.get("cart")).contains("readable");

        former.secrets("Zr8Tq2Lm9Vb4Nc8Rt5Wd1Hz6Gy3Fs0Qe", secret);
        put(key, before); // as if it had not been read before the former secret went
        assertThat(former.get("cart")).isEmpty();
    }

    @Test
    void anOutageIsAnExceptionWhereTheValueIsUsedAndNothingAnywhereElse() {
        browser.set("cart", "x");
        waitNoLongerThan(Duration.ofSeconds(2));
        StoringBrowser.Request request = browser.request();
        settle(); // a command that is older would fail first, and take the connection with it
        server.stop();
        try (CapturedLog log = new CapturedLog()) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> request.value("cart").getAndAwait()).isInstanceOf(StoredValueException.class)
                    .hasMessage("Session 'default', key 'cart': the store of large values has failed: no answer within"
                            + " quarkus.user-session.stored-values.timeout");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(1_900L, 20_000L);
            assertThatThrownBy(() -> request.value("cart").unsetAndAwait()).isInstanceOf(StoredValueException.class)
                    .hasMessageStartingWith("Session 'default', key 'cart': ");
            request.session.set("step", 2);
            request.session.renew();
            request.respond();

            assertThat(browser.request().session.get("step", Integer.class)).contains(2);
            browser.request().session.destroy();
            assertThat(log.messages("WARN")).isEmpty();
            assertThat(log.messages("ERROR")).isEmpty();
        } finally {
            server.resume();
        }
    }

    @Test
    void inAnOutageOneCallWaitsAndTheOthersFailAtOnceUntilRedisIsBack() {
        browser.set("cart", "x");
        waitNoLongerThan(Duration.ofSeconds(2));
        settle();
        server.stop();
        try {
            assertThatThrownBy(() -> browser.get("cart")).hasMessageEndingWith("stored-values.timeout");
            callsFailAtOnce();
        } finally {
            server.resume();
        }

        // the probe of each second; the values were not touched meanwhile
        assertThat(browser.request().value("cart").get().onFailure().retry().withBackOff(Duration.ofMillis(50))
                .expireIn(Links.PATIENCE.toMillis()).await().atMost(Links.PATIENCE.multipliedBy(2))).contains("x");
    }

    /** But for the probe of each second. */
    private void callsFailAtOnce() {
        int probes = 0;
        long atOnce = 0;
        for (int i = 0; i < 30; i++) {
            StoringBrowser.Request request = browser.request();
            long began = System.nanoTime();
            Throwable failure = catchThrowable(() -> request.value("cart").getAndAwait());
            assertThat(failure).isInstanceOf(StoredValueException.class)
                    .hasMessageStartingWith("Session 'default', key 'cart': the store of large values has failed: ");
            if (failure.getMessage().endsWith("so it is asked once a second until it answers")) {
                atOnce += System.nanoTime() - began;
            } else {
                probes++;
            }
        }
        assertThat(probes).as("calls that have waited").isLessThanOrEqualTo(1 + (int) TimeUnit.NANOSECONDS.toSeconds(atOnce));
    }

    /** The value is no longer in the session, so no other request can remove it. */
    @Test
    void whatIsUnsetInAnOutageIsRemovedIfRedisIsBackSoon() {
        browser.set("cart", "x");
        VertxTimers timers = new VertxTimers(links.vertx);
        Timers withoutProbes = (delay, task) -> timers.after(delay.equals(Duration.ofSeconds(1)) ? Duration.ofDays(1) : delay,
                task);
        browser = withCookie(browser(store, withoutProbes, Duration.ofSeconds(3)));
        settle();
        StoringBrowser.Request request = browser.request();
        server.stop();
        try {
            assertThatThrownBy(() -> browser.get("cart")).isInstanceOf(StoredValueException.class);
            assertThatThrownBy(() -> request.value("cart").unsetAndAwait())
                    .hasMessageEndingWith("a moment ago, so it is asked once a second until it answers");
        } finally {
            server.resume();
        }
        request.respond();

        assertThat(keys("*")).isEmpty();
        assertThat(browser(store).get("cart")).isEmpty();
    }

    @Test
    void aFullRedisStoresNothingNewAndKeepsWhatItHas() {
        browser.set("cart", "old");
        settle();
        server.command("CONFIG", "SET", "maxmemory", "1");
        assertThat(server.command("SET", "a", "b")).startsWith("-OOM");

        assertThatThrownBy(() -> browser.set("cart", "new")).isInstanceOf(StoredValueException.class)
                .hasMessage("Session 'default', key 'cart': the store of large values has failed: Redis answered OOM");
        assertThat(browser.get("cart")).contains("old");
        assertThat(keys("*")).hasSize(2);

        StoringBrowser.Request request = browser.request();
        request.value("cart").unsetAndAwait();
        request.respond();
        assertThat(keys("*")).isEmpty();
        assertThat(browser.get("cart")).isEmpty();
    }

    @Test
    void aValueThatIsGoneIsEmpty() {
        browser.set("cart", "x");
        server.command("FLUSHALL");

        assertThat(browser.get("cart")).isEmpty();
        assertThat(browser.get("never set")).isEmpty();
    }

    @Test
    void aValueForWhichTheHeadersCameTooEarlyIsDropped() {
        StoringBrowser.Request request = browser.request();
        request.session.set("step", 1);
        Uni<Void> write = request.value("cart").set("x");
        request.respond();

        assertThatThrownBy(() -> Links.get(write)).isInstanceOf(SessionCommittedException.class);
        assertThat(keys("*")).isEmpty();
        assertThatThrownBy(() -> Links.get(request.value("cart").set("x"))).isInstanceOf(SessionCommittedException.class);
        assertThatThrownBy(() -> Links.get(request.value("cart").unset())).isInstanceOf(SessionCommittedException.class);
        assertThat(server.calls("set")).isEqualTo(1);
    }

    @Test
    void aValueForWhichTheCookieHasNoRoomIsDropped() {
        StoringBrowser.Request request = browser.request();
        request.session.set("name", "x".repeat(2_950));

        assertThatThrownBy(() -> request.value("cart").setAndAwait("x")).isInstanceOf(SessionTooLargeException.class)
                .hasMessageContaining("a StoredValue");
        assertThat(keys("*")).isEmpty();
    }

    @Test
    void aValueIsDroppedIfTheSessionWasDestroyedWhileItWasWritten() {
        StoringBrowser[] racing = new StoringBrowser[1];
        StoringBrowser.Request[] request = new StoringBrowser.Request[1];
        racing[0] = browser(new StoreWithRace(store, () -> request[0].session.destroy()));
        request[0] = racing[0].request();
        request[0].session.set("step", 1);

        assertThatThrownBy(() -> request[0].value("cart").setAndAwait("x")).isInstanceOf(StoredValueException.class)
                .hasMessageStartingWith("Session 'default', key 'cart': the value was removed from the session while");
        request[0].respond();

        assertThat(keys("*")).isEmpty();
        assertThat(racing[0].cookie).isNull();
    }

    @Test
    void aUniThatNobodySubscribesToDoesNothingAndEachSubscriptionDoesItOnce() {
        StoringBrowser.Request request = browser.request();
        Uni<Void> write = request.value("cart").set("x");
        settle();
        assertThat(server.calls("set")).isZero();

        Links.get(write);
        Links.get(write);
        request.respond();

        assertThat(server.calls("set")).isEqualTo(2);
        assertThat(values()).hasSize(1);
        assertThat(browser.get("cart")).contains("x");
    }

    @Test
    void aWriteThatIsCancelledLeavesTheFormerValueAndNothingElse() {
        keepTheConnection();
        browser.set("cart", "old");
        StoringBrowser.Request request = browser.request();
        request.session.set("step", 1);
        settle();
        server.stop();

        request.value("cart").set("new").subscribe().with(done -> {
        }).cancel();
        server.resume();
        settle();
        request.respond();

        assertThat(browser.get("cart")).contains("old");
        assertThat(values()).hasSize(1);
        assertThat(keys("*")).hasSize(2);
    }

    @Test
    void aWriteThatIsCancelledWhenItIsAnsweredLeavesOneWholeValue() {
        keepTheConnection();
        browser.set("cart", "old");
        for (int i = 0; i < 300; i++) {
            StoringBrowser.Request request = browser.request();
            Cancellable write = request.value("cart").set("new " + i).subscribe().with(done -> {
            });
            if (i % 3 == 0) {
                awaitSets(i + 2);
            }
            write.cancel();
            settle();
            request.respond();

            assertThat(browser.get("cart")).isNotEmpty();
        }
        assertThat(values()).hasSize(1);
    }

    /** Even if the answer to a cancelled command takes long. */
    private void keepTheConnection() {
        link = links.patientTo(server);
        store = new RedisValueStore(link, "shop");
        browser = browser(store);
    }

    private void awaitSets(int number) {
        Links.await("values are written", () -> server.calls("set") >= number);
    }

    @Test
    void oneOfTwoValuesThatOneRequestSetsAtTheSameTimeStaysAndTheOtherIsRemoved() {
        StoringBrowser.Request request = browser.request();

        Links.get(Uni.combine().all().unis(request.value("cart").set("one"), request.value("cart").set("two")).asTuple());
        request.respond();

        assertThat(values()).hasSize(1);
        assertThat(browser.get("cart").orElseThrow()).isIn("one", "two");
        request = browser.request();
        request.value("cart").unsetAndAwait();
        assertThat(keys("*")).isEmpty();
    }

    @Test
    void theSecondOfTwoValuesThatOneRequestSetsTakesThePlaceOfTheFirst() {
        StoringBrowser.Request request = browser.request();

        request.value("cart").setAndAwait("one");
        request.value("cart").setAndAwait("two");
        request.respond();

        assertThat(values()).hasSize(1);
        assertThat(browser.get("cart")).contains("two");
    }

    @Test
    void eachKeyHasItsOwnValueAndNoneIsAmongTheOthers() {
        StoringBrowser.Request request = browser.request();
        request.session.set("cart", "in the cookie");
        request.value("cart").setAndAwait("stored");
        request.value("").setAndAwait("empty key");
        request.respond();

        assertThat(browser.get("cart")).contains("stored");
        assertThat(browser.get("")).contains("empty key");
        assertThat(browser.request().session.data()).containsOnlyKeys("cart");
        assertThat(browser.request().session.get("cart")).contains("in the cookie");
    }

    @Test
    void aValueOfAnotherTypeIsAnErrorThatNamesTheKey() {
        browser.set("cart", "text");

        assertThatThrownBy(() -> browser.request().value("cart", Integer.class).getAndAwait())
                .isInstanceOf(SessionValueException.class).hasMessageStartingWith("Session 'default', key 'cart': ");
    }

    @Test
    void theAnswerComesOnTheContextOfTheSubscriber() throws Exception {
        browser.set("cart", "x");
        CompletableFuture<Boolean> same = new CompletableFuture<>();
        Context context = links.vertx.getOrCreateContext();

        context.runOnContext(ignored -> browser.request().value("cart").get().subscribe()
                .with(value -> same.complete(Vertx.currentContext() == context), same::completeExceptionally));

        assertThat(same.get(Links.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** Something happens when a value has been written, and before the session refers to it. */
    private record StoreWithRace(ValueStore store, Runnable written) implements ValueStore {

        @Override
        public Uni<Void> put(StoredReference reference, byte[] sealed, long seconds) {
            return store.put(reference, sealed, seconds).invoke(written);
        }

        @Override
        public Uni<byte[]> get(StoredReference reference, long seconds) {
            return store.get(reference, seconds);
        }

        @Override
        public Uni<Void> reseal(StoredReference reference, byte[] sealed) {
            return store.reseal(reference, sealed);
        }

        @Override
        public Uni<Void> prolong(StoredReference reference, long seconds) {
            return store.prolong(reference, seconds);
        }

        @Override
        public Uni<Void> retire(StoredReference reference) {
            return store.retire(reference);
        }

        @Override
        public Uni<Void> discard(StoredReference reference) {
            return store.discard(reference);
        }

        @Override
        public Uni<Void> remove(StoredReference reference) {
            return store.remove(reference);
        }
    }
}
