package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkiverse.usersession.runtime.store.StoreMetrics;
import io.quarkiverse.usersession.runtime.store.StoreOperation;
import io.quarkiverse.usersession.runtime.store.StoreSettings;
import io.quarkiverse.usersession.runtime.store.Verdict;
import io.quarkiverse.usersession.runtime.store.VertxTimers;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Which failures of Redis other users notice. */
@Timeout(300)
class RedisOutageTest {

    private static final String PREFIX = "shop";
    private static final String OUTAGE = "The sign-in store is unavailable";

    private final InstantSource clock = InstantSource.system();
    private RedisServer server;
    private Links links;
    private CapturedLog log;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        links = new Links();
        log = new CapturedLog();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            log.close();
            links.close();
            server.close();
        }
    }

    private SignInBook book(RedisLink link, Duration timeout) {
        return book(link, timeout, new StoreMetrics());
    }

    private SignInBook book(RedisLink link, Duration timeout, StoreMetrics metrics) {
        RedisSignInStore store = new RedisSignInStore(link, PREFIX, clock, Links.MAX_AGE, links.calls());
        return new SignInBook(() -> store, new StoreSettings(Duration.ofSeconds(5), timeout, false), false, clock,
                new VertxTimers(links.vertx), metrics);
    }

    private SignedIn signIn(String principal) {
        return new SignedIn("AAAAAAAAAAAAAAAA", principal, Set.of(), clock.millis());
    }

    private static CompletableFuture<Verdict> ask(SignInBook book, SignedIn signedIn) {
        return book.judge(signedIn, null).subscribeAsCompletionStage().orTimeout(30, TimeUnit.SECONDS);
    }

    @Test
    void S39_somethingElseUnderTheKeyOfOneUserIsNoOutageForOthers() {
        SignInBook book = book(links.to(server), Duration.ofSeconds(10));
        server.command("SET", new UserKeys(PREFIX).key("ada"), "text");

        assertThat(ask(book, signIn("ada")).join()).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(ask(book, signIn("bob")).join()).isEqualTo(Verdict.ACTIVE);

        assertThat(log.messages("WARN")).singleElement().asString()
                .startsWith("The sign-in store failed to check 1 of the sign-ins (Redis answered WRONGTYPE): ");
    }

    @Test
    void S39_anEntryThatCanNotBeReadIsNoOutageForOthers() {
        SignInBook book = book(links.to(server), Duration.ofSeconds(10));
        server.command("HSET", new UserKeys(PREFIX).key("ada"), "AAAAAAAAAAAAAAAA", "x");
        // the check itself is not about it, but what follows is
        server.command("HSET", new UserKeys(PREFIX).key("eve"), "AAAAAAAAAAAAAAA1", "x");

        assertThat(ask(book, signIn("ada")).join()).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(ask(book, signIn("eve")).join()).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(ask(book, signIn("bob")).join()).isEqualTo(Verdict.ACTIVE);

        assertThat(log.messages("WARN")).noneMatch(message -> message.startsWith(OUTAGE));
    }

    @Test
    void aFullServerGoesOnForThoseWhomItKnows() {
        SignInBook book = book(links.to(server), Duration.ofSeconds(10));
        SignInBook otherReplica = book(links.to(server), Duration.ofSeconds(10));
        ask(book, signIn("ada")).join();
        server.command("CONFIG", "SET", "maxmemory", "1");

        assertThat(ask(otherReplica, signIn("bob")).join()).isEqualTo(Verdict.UNAVAILABLE);
        assertThat(ask(otherReplica, signIn("ada")).join()).isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void S39_aBurstIsRefusedAndIsNoOutage() {
        RedisLink link = links.to(server);
        SignInBook book = book(link, Duration.ofSeconds(20));
        ask(book, signIn("ada")).join();
        server.stop();
        List<CompletableFuture<Verdict>> burst = new ArrayList<>();

        for (int i = 0; i < RedisLine.MAX_UNANSWERED + 500; i++) {
            burst.add(ask(book, signIn("user-" + i)));
        }
        server.resume();

        assertThat(burst.subList(0, RedisLine.MAX_UNANSWERED)).allMatch(verdict -> verdict.join() == Verdict.ACTIVE);
        assertThat(burst.subList(RedisLine.MAX_UNANSWERED, burst.size()))
                .allMatch(verdict -> verdict.join() == Verdict.UNAVAILABLE);
        assertThat(ask(book, signIn("bob")).join()).isEqualTo(Verdict.ACTIVE);
        assertThat(log.messages("WARN")).singleElement().asString().startsWith("The sign-in store failed to check 1 of the"
                + " sign-ins (too many commands are already waiting for an answer from Redis): ");
    }

    /** quarkus.redis.max-waiting-handlers. */
    @Test
    void S39_aBurstThatTheClientRefusesIsNoOutageEither() {
        RedisLink link = links.to(new RedisOptions().setConnectionString(server.uri()).setMaxWaitingHandlers(16));
        SignInBook book = book(link, Duration.ofSeconds(20));
        ask(book, signIn("ada")).join();
        server.stop();
        List<CompletableFuture<Verdict>> burst = new ArrayList<>();

        for (int i = 0; i < 200; i++) {
            burst.add(ask(book, signIn("user-" + i)));
        }
        CompletableFuture.anyOf(burst.toArray(CompletableFuture[]::new)).join(); // with a stopped server: one that was refused
        server.resume();

        assertThat(burst).extracting(CompletableFuture::join).contains(Verdict.UNAVAILABLE);
        assertThat(ask(book, signIn("bob")).join()).isEqualTo(Verdict.ACTIVE);
        assertThat(log.messages("WARN")).noneMatch(message -> message.startsWith(OUTAGE));
    }

    /** More than the connection has room for. */
    @Test
    void S39_stoppingEndsAllThatIsWaiting() {
        StoreMetrics metrics = new StoreMetrics();
        SignInBook book = book(links.to(server), Duration.ofSeconds(30), metrics);
        int waiting = 2 * RedisLine.MAX_UNANSWERED;
        for (int i = 0; i < waiting; i++) {
            book.replace(signIn("user-" + i));
        }

        book.close();

        assertThat(metrics.ended(StoreOperation.END)).isEqualTo(waiting);
        assertThat(metrics.lostEndings()).isZero();
        assertThat(server.command("DBSIZE")).isEqualTo(String.valueOf(waiting));
    }

    @Test
    void S39_theLastUseIsWrittenWithinTheTimeoutOrNotAtAll() {
        RedisLink link = links.to(server);
        AtomicReference<Instant> now = new AtomicReference<>(clock.instant());
        AtomicBoolean stops = new AtomicBoolean();
        RedisSignInStore store = new RedisSignInStore(link, PREFIX, () -> {
            if (stops.get()) { // the sign-in has been read, and is to be noted as seen
                server.stop();
            }
            return now.get();
        }, Links.MAX_AGE, links.calls(Duration.ofMillis(300)));
        SignInCheck check = new SignInCheck("ada", "AAAAAAAAAAAAAAAA", now.get(), Optional.empty());
        get(store.check(check));
        now.set(now.get().plusSeconds(61));
        stops.set(true);

        assertThat(get(store.check(check))).isTrue();
        stops.set(false);
        CompletableFuture<Response> other = link.send(Request.cmd(Command.PING)).subscribeAsCompletionStage();

        // the connection is given up with the write
        assertThatThrownBy(() -> other.get(60, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        Links.await("a line in the log", () -> log.messages("DEBUG")
                .contains("The last use of a sign-in could not be stored: no answer within the.timeout"));
        server.resume();
        assertThat(get(store.check(check))).isTrue();
    }

    @Test
    void S39_aServerThatIsGoneIsAnOutageForAll() {
        SignInBook book = book(links.to(server), Duration.ofSeconds(10));
        ask(book, signIn("ada")).join();
        server.kill();

        assertThat(ask(book, signIn("bob")).join()).isEqualTo(Verdict.UNAVAILABLE);

        assertThat(log.messages("WARN")).singleElement().asString().startsWith(OUTAGE + " (no connection to Redis: ");
    }

    @Test
    void aServerThatAsksForAPasswordIsAnOutageForAll() {
        SignInBook book = book(links.to(server), Duration.ofSeconds(10));
        server.command("CONFIG", "SET", "requirepass", "secret");

        assertThat(ask(book, signIn("bob")).join()).isEqualTo(Verdict.UNAVAILABLE);

        assertThat(log.messages("WARN")).singleElement().asString().startsWith(OUTAGE);
    }
}
