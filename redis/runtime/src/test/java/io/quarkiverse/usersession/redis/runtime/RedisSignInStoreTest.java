package io.quarkiverse.usersession.redis.runtime;

import static io.quarkiverse.usersession.redis.runtime.Links.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStoreException;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisOptions;

/** What a user's hash is, and what becomes of it. That it is a store as any other the suite shows. */
class RedisSignInStoreTest {

    private static final String ADA = "ada";

    private static RedisServer server;
    private static Links links;
    private static RedisLink link;

    private final MovableClock clock = new MovableClock();
    private final RedisSignInStore store = new RedisSignInStore(link, "shop", clock, Links.MAX_AGE, links.calls());

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        links = new Links();
        link = links.to(server);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            links.close();
            server.close();
        }
    }

    @BeforeEach
    void forgetAll() {
        server.command("FLUSHALL");
        server.command("CONFIG", "RESETSTAT");
    }

    @Test
    void aRegisteredSignInIsJudgedByOneCommand() {
        get(store.check(check(ADA, 1)));
        server.command("CONFIG", "RESETSTAT");

        for (int i = 0; i < 3; i++) {
            assertThat(get(store.check(check(ADA, 1)))).isTrue();
        }

        assertThat(server.command("INFO", "commandstats").lines().filter(line -> line.startsWith("cmdstat_"))
                .map(line -> line.replaceFirst(",.*", "")).filter(line -> !line.startsWith("cmdstat_config")))
                .containsExactly("cmdstat_hmget:calls=3");
    }

    @Test
    void anEndedSignInIsJudgedByOneCommand() {
        get(store.end(ADA, id(1)));
        server.command("CONFIG", "RESETSTAT");

        assertThat(get(store.check(check(ADA, 1)))).isFalse();

        assertThat(server.calls("hmget")).isEqualTo(1);
        assertThat(server.calls("evalsha")).isZero();
    }

    @Test
    void aUserIsAHashUnderTheHashOfTheName() {
        get(store.check(check(ADA, 1)));

        // printf ada | openssl dgst -sha256 -binary | basenc --base64url
        assertThat(keys()).containsExactly("shop:{_e5DDUC9V97qwYbNl5ADPQ8G-QmogG585ucXq3x9UCk}");
        assertThat(server.command("HGET", keys().first(), id(1)))
                .isEqualTo("a1795694400123,1795694400123,Mozilla/5.0");
    }

    @Test
    void aBoundSignInIsNotedInOneStepAndJudgedByOneCommand() {
        get(store.check(check(ADA, 1)));
        clock.advance(Duration.ofMillis(5));
        server.command("CONFIG", "RESETSTAT");

        for (int i = 0; i < 3; i++) {
            assertThat(get(store.check(bound(ADA, 1)))).isTrue();
        }

        assertThat(server.calls("evalsha") + server.calls("eval")).isEqualTo(1);
        assertThat(server.calls("hmget")).isEqualTo(3);
        assertThat(server.command("HGET", keys().first(), id(1)))
                .isEqualTo("b1795694400128:1795694400128,1795694400128,Mozilla/5.0");
    }

    @Test
    void aBoundSignInThatIsSeenAgainKeepsWhenItWasBound() {
        SignInCheck bound = bound(ADA, 1);
        get(store.check(bound));
        clock.advance(Duration.ofMinutes(2));
        SignInCheck withoutUserAgent = new SignInCheck(ADA, id(1), bound.signedInAt(), Optional.empty(), true);

        get(store.check(withoutUserAgent));

        assertThat(get(store.list(ADA)).get(0).lastSeenAt()).isEqualTo(clock.instant());
        assertThat(server.command("HGET", keys().first(), id(1)))
                .isEqualTo("b1795694400123:1795694400123,1795694520123,Mozilla/5.0");
    }

    @Test
    void theHashLivesAsLongAsACookieAndTheSkewAfterItWasWritten() {
        long retention = Links.MAX_AGE.plusSeconds(60).toMillis();

        for (Uni<?> write : List.of(store.check(check(ADA, 1)), store.end(ADA, id(2)),
                store.endAll(ADA, clock.instant(), Optional.empty()))) {
            get(write);
            assertThat(timeToLive()).isBetween(retention - 600_000, retention);
            server.command("PEXPIRE", keys().first(), "1000000");
        }
        clock.advance(Duration.ofSeconds(61));
        get(store.check(check(ADA, 3)));
        assertThat(timeToLive()).isGreaterThan(retention - 600_000);
    }

    private long timeToLive() {
        return Long.parseLong(server.command("PTTL", keys().first()));
    }

    /** While a deployment changes the setting, replicas of both kinds run. */
    @Test
    void aReplicaWhoseSessionsLiveShorterRemembersWhatHasEndedForThoseThatLiveLonger() {
        RedisSignInStore shorter = new RedisSignInStore(link, "shop", clock, Duration.ofMinutes(30), links.calls());
        get(store.check(check(ADA, 1)));
        long remembered = timeToLive();

        get(shorter.end(ADA, id(1)));
        clock.advance(Duration.ofMinutes(32));
        get(shorter.check(check(ADA, 2)));

        assertThat(get(store.check(check(ADA, 1)))).isFalse();
        assertThat(timeToLive()).isBetween(remembered - 600_000, remembered);
    }

    @Test
    void aSignInIsNotedAsSeenOnceAMinute() {
        get(store.check(check(ADA, 1)));
        clock.advance(Duration.ofSeconds(60));
        get(store.check(check(ADA, 1)));
        assertThat(lastSeen()).isEqualTo(MovableClock.START);

        clock.advance(Duration.ofMillis(1));
        get(store.check(check(ADA, 1)));

        assertThat(lastSeen()).isEqualTo(MovableClock.START.plusMillis(60_001));
    }

    private Instant lastSeen() {
        return get(store.list(ADA)).get(0).lastSeenAt();
    }

    @Test
    void whatHasBeenIdleForTooLongIsDroppedAtTheNextWrite() {
        get(store.check(check(ADA, 1)));
        get(store.end(ADA, id(2)));
        clock.advance(Links.MAX_AGE.plusSeconds(60));
        get(store.check(check(ADA, 3)));
        assertThat(fields()).containsExactlyInAnyOrder(id(1), id(2), id(3));

        clock.advance(Duration.ofMillis(60_001));
        get(store.check(check(ADA, 3)));

        assertThat(fields()).containsExactly(id(3));
    }

    @Test
    void tenThousandSignInsLeaveAHundred() {
        for (int i = 0; i < 10_000; i++) {
            clock.advance(Duration.ofSeconds(1));
            get(store.check(check(ADA, i)));
            if (i % 3 == 0) {
                get(store.end(ADA, id(i)));
            }
        }

        assertThat(fields()).hasSize(101).contains("!", id(9_999), id(9_900));
        assertThat(get(store.list(ADA))).hasSize(66).extracting(SignIn::id).startsWith(id(9_998), id(9_997), id(9_995));
        assertThat(Integer.parseInt(server.command("MEMORY", "USAGE", keys().first()))).isLessThan(16_000);
    }

    /** All in one millisecond, so that only the order of the calls tells which is the newest. */
    @Test
    void whatWasJustWrittenIsNeverDropped() {
        for (int i = 0; i < 300; i++) {
            get(store.check(check(ADA, 1_000 - i)));
            assertThat(fields()).contains(id(1_000 - i)).hasSizeLessThanOrEqualTo(100);
        }
        get(store.endAll(ADA, clock.instant(), Optional.of(id(5_000))));

        assertThat(get(store.check(check(ADA, 5_000)))).isTrue();
        assertThat(fields()).hasSize(101);
    }

    @Test
    void S40_anEndedSignInStaysEndedAfterItWasDropped() {
        SignInCheck ended = check(ADA, 0);
        get(store.check(ended));
        get(store.end(ADA, id(0)));
        for (int i = 1; i <= 100; i++) {
            clock.advance(Duration.ofMillis(1));
            get(store.check(check(ADA, i)));
        }
        assertThat(fields()).doesNotContain(id(0));

        assertThat(get(store.check(ended))).isFalse();
        assertThat(get(store.check(check(ADA, 101)))).isTrue();
    }

    @Test
    void S17_noNameReachesTheKeyOfAnotherOne() {
        String hashOfAda = "_e5DDUC9V97qwYbNl5ADPQ8G-QmogG585ucXq3x9UCk";
        List<String> names = List.of(ADA, "ada ", "ADA", "ad", "ada:", "{ada}", "}{", "shop:{" + hashOfAda + "}", hashOfAda,
                "ada\nFLUSHALL\r\n", "ada\r\n*1\r\n$8\r\nFLUSHALL\r\n", "ada\0", "\0", "", " ", "!", "*", "..", "../ada",
                "a".repeat(4096), "a".repeat(4097), "\u00e4da", "a\u0308da", "\uD83D\uDE00", "\uD83D", "\uDE00", "?", "\uFFFD",
                "']]; redis.call('FLUSHALL') --", "ada" + "\u00a0");

        for (String name : names) {
            get(store.check(check(name, 1)));
        }
        assertThat(keys()).hasSize(names.size()).allMatch(key -> key.matches("shop:\\{[\\w-]{43}}"));

        for (String name : names) {
            get(store.end(name, id(1)));
            assertThat(get(store.check(check(name, 1)))).isFalse();
            get(store.check(check(name, 2)));
        }
        for (String name : names) {
            assertThat(get(store.list(name))).extracting(SignIn::id).containsExactly(id(2));
        }
    }

    @Test
    void S17_anIdOfAnotherFormSendsNoCommand() {
        for (String id : List.of("", "!", "AAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAA\n", "AAAAAAAAAAAAAAA!",
                "../../../../../a", "AAAAAAAA\0AAAAAAA", "ÄAAAAAAAAAAAAAAA")) {
            assertThat(get(store.check(new SignInCheck(ADA, id, clock.instant(), Optional.empty())))).isFalse();
            get(store.end(ADA, id));
        }
        assertThat(keys()).isEmpty();
        assertThat(server.calls("hmget") + server.calls("eval") + server.calls("evalsha")).isZero();
    }

    @Test
    void twoPrefixesOnOneServerDoNotMeet() {
        RedisSignInStore blog = new RedisSignInStore(link, "shop:{a}", clock, Links.MAX_AGE, links.calls());
        get(store.check(check(ADA, 1)));
        get(blog.check(check(ADA, 1)));

        get(blog.endAll(ADA, clock.instant().plusSeconds(1), Optional.empty()));

        assertThat(get(blog.check(check(ADA, 1)))).isFalse();
        assertThat(get(store.check(check(ADA, 1)))).isTrue();
        assertThat(keys()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void anyUserAgentComesBackAsItWas(ProtocolVersion version) {
        RedisSignInStore other = new RedisSignInStore(
                links.to(new RedisOptions().setConnectionString(server.uri()).setPreferredProtocolVersion(version)), "shop",
                clock, Links.MAX_AGE, links.calls());
        List<Optional<String>> agents = List.of(Optional.empty(), Optional.of(""), Optional.of(","), Optional.of("e1,2,x"),
                Optional.of("x".repeat(120)), Optional.of("\u00e4\uD83D\uDE00 {} % \\ \" ' | \t"), Optional.of("a\nb\0c\r\n"));

        for (int i = 0; i < agents.size(); i++) {
            get(other.check(new SignInCheck(ADA, id(i), clock.instant().plusMillis(i), agents.get(i))));
        }

        assertThat(get(other.list(ADA))).extracting(SignIn::userAgent)
                .containsExactlyElementsOf(agents.stream().sorted((a, b) -> agents.indexOf(b) - agents.indexOf(a)).toList());
    }

    /** Lua writes numbers of this size with an exponent. */
    @Test
    void S38_theMarkIsExactToTheMillisecond() {
        Instant mark = Instant.ofEpochMilli(1_795_694_400_001L);
        get(store.endAll(ADA, mark, Optional.empty()));
        get(store.endAll(ADA, mark.minusMillis(1), Optional.empty()));

        assertThat(server.command("HGET", keys().first(), "!")).isEqualTo("1795694400001");
        assertThat(get(store.check(new SignInCheck(ADA, id(1), mark.minusMillis(1), Optional.empty())))).isFalse();
        assertThat(get(store.check(new SignInCheck(ADA, id(2), mark, Optional.empty())))).isTrue();
    }

    @Test
    void theScriptsAreSentAgainWhenTheServerHasForgottenThem() {
        get(store.check(check(ADA, 1)));
        server.command("SCRIPT", "FLUSH");

        get(store.end(ADA, id(1)));
        assertThat(get(store.check(check(ADA, 1)))).isFalse();
        assertThat(get(store.check(check(ADA, 2)))).isTrue();
        get(store.endAll(ADA, clock.instant(), Optional.empty()));
        server.command("CONFIG", "RESETSTAT");
        get(store.end(ADA, id(3)));
        get(store.check(check(ADA, 4)));
        get(store.endAll(ADA, clock.instant(), Optional.empty()));

        assertThat(server.calls("evalsha")).isEqualTo(3);
        assertThat(server.calls("eval")).isZero();
    }

    @Test
    void afterAFlushEachSignInIsRegisteredAgain() {
        get(store.check(check(ADA, 1)));
        server.command("FLUSHALL");

        assertThat(get(store.check(check(ADA, 1)))).isTrue();

        assertThat(get(store.list(ADA))).hasSize(1);
    }

    /** Each round: a check that is to note the sign-in, and its end, sent at the same time in either order. */
    @Test
    void S40_noCheckRevivesWhatIsBeingEnded() {
        Random random = new Random(20_261_126);
        for (int round = 0; round < 300; round++) {
            SignInCheck check = check("user" + round % 7, round);
            if (random.nextBoolean()) {
                get(store.check(check));
                clock.advance(Duration.ofSeconds(61));
            }
            List<Uni<?>> commands = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                commands.add(store.check(check));
            }
            commands.add(random.nextInt(commands.size() + 1), random.nextBoolean()
                    ? store.end(check.principal(), check.id())
                    : store.endAll(check.principal(), clock.instant().plusMillis(1), Optional.empty()));
            get(Uni.combine().all().unis(commands).discardItems());

            assertThat(get(store.check(check))).as("round " + round).isFalse();
            assertThat(get(store.list(check.principal()))).extracting(SignIn::id).doesNotContain(check.id());
            clock.advance(Duration.ofMillis(random.nextInt(3)));
        }
    }

    @Test
    void aSignInThatStaysIsKnownInFullWithItsNextCheck() {
        get(store.endAll(ADA, clock.instant().plusSeconds(5), Optional.of(id(1))));
        assertThat(get(store.list(ADA))).containsExactly(
                new SignIn(id(1), clock.instant().plusSeconds(5), clock.instant().plusSeconds(5), Optional.empty()));

        assertThat(get(store.check(check(ADA, 1)))).isTrue();

        assertThat(get(store.list(ADA)))
                .containsExactly(new SignIn(id(1), clock.instant(), clock.instant(), Optional.of("Mozilla/5.0")));
    }

    @Test
    void anEndedSignInCanNotBeExceptedLater() {
        get(store.end(ADA, id(1)));
        get(store.endAll(ADA, clock.instant(), Optional.of(id(1))));

        assertThat(get(store.check(check(ADA, 1)))).isFalse();
    }

    @Test
    void whatItCanNotReadIsNoPermission() {
        get(store.check(check(ADA, 1)));
        for (String field : List.of("", "a", "a1", "a1,", "ax,1", "z1,2", "a1,2 x", "1,2", "a99999999999999999999,1", "b1,2",
                "b1:,2", "b:1,2", "b1:x,2", "b1,2:3", "a1:1,2")) {
            server.command("HSET", keys().first(), id(1), field);

            assertThatThrownBy(() -> get(store.check(check(ADA, 1)))).as(field).isInstanceOf(SignInStoreException.class)
                    .hasMessage("a sign-in in Redis has a form that this version does not write").hasNoCause();
        }
        server.command("HSET", keys().first(), "!", "no time");
        assertThatThrownBy(() -> get(store.check(check(ADA, 2)))).hasMessageStartingWith("a sign-in in Redis has a form");
        server.command("SET", keys().first(), "text");
        assertThatThrownBy(() -> get(store.check(check(ADA, 1)))).hasMessage("Redis answered WRONGTYPE");
    }

    private SignInCheck check(String principal, int number) {
        return new SignInCheck(principal, id(number), clock.instant(), Optional.of("Mozilla/5.0"));
    }

    private SignInCheck bound(String principal, int number) {
        return new SignInCheck(principal, id(number), clock.instant(), Optional.of("Mozilla/5.0"), true);
    }

    private static String id(int number) {
        return Base64.getUrlEncoder().encodeToString(String.format("%012d", number).getBytes(StandardCharsets.US_ASCII));
    }

    private static TreeSet<String> keys() {
        return new TreeSet<>(lines(server.command("KEYS", "*")));
    }

    private static Set<String> fields() {
        return lines(server.command("HKEYS", keys().first()));
    }

    private static Set<String> lines(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split("\n"));
    }
}
