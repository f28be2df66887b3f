package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.cookie.Secure;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.state.Commit;
import io.quarkiverse.usersession.runtime.state.Judgement;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.SignInSupport;
import io.quarkiverse.usersession.runtime.values.TypedValues;

/** S36: domain, path or partitioning of the cookie have been changed since a browser got its own. */
class FormerCookiesTest {

    private static final KeyRing KEYS = KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a");

    private final Exchange exchange = new Exchange();
    private Instant now = Instant.ofEpochSecond(1_700_000_000L);

    static Stream<Arguments> changes() {
        Consumer<TestConfig> initial = config -> {
        };
        Consumer<TestConfig> domain = config -> config.domain = "shop.org";
        Consumer<TestConfig> path = config -> config.path = "/shop";
        Consumer<TestConfig> partitioned = config -> config.partitioned = true;
        Consumer<TestConfig> all = domain.andThen(path).andThen(partitioned);
        return Stream.of(
                change("host only to domain", initial, domain, "Path=/; "),
                change("domain to host only", domain, initial, "Path=/; Domain=shop.org"),
                change("root to path", initial, path, "Path=/; "),
                change("path to root", path, initial, "Path=/shop"),
                change("to partitioned", initial, partitioned, "Path=/; "),
                change("from partitioned", partitioned, initial, "Path=/; Secure; HttpOnly; SameSite=None; Partitioned"),
                change("all at once", initial, all, "Path=/; "),
                change("all back", all, initial,
                        "Path=/shop; Domain=shop.org; Secure; HttpOnly; SameSite=None; Partitioned"));
    }

    private static Arguments change(String name, Consumer<TestConfig> before, Consumer<TestConfig> after, String expired) {
        return Arguments.of(Named.of(name, before), after, expired);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void S36_aRequestThatReadsMovesTheCookie(Consumer<TestConfig> before, Consumer<TestConfig> after, String expired) {
        ResponseCommit cookie = cookie(after);
        exchange.cookie("__session=" + sealed(before, session -> session.set("user", "ada")));

        assertThat(session(cookie).get("user")).contains("ada");
        exchange.sendHeaders();

        assertMoved(cookie, expired, "ada");
        assertThat(cookie.definition().metrics().commits(Commit.Kind.RE_SCOPE)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void S36_aWriteTakesEffect(Consumer<TestConfig> before, Consumer<TestConfig> after, String expired) {
        ResponseCommit cookie = cookie(after);
        exchange.cookie("__session=" + sealed(before, session -> session.set("user", "ada")));

        session(cookie).set("user", "grace");
        exchange.sendHeaders();

        assertMoved(cookie, expired, "grace");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void S36_aSignOutExpiresBothCookies(Consumer<TestConfig> before, Consumer<TestConfig> after, String expired) {
        ResponseCommit cookie = cookie(after);
        exchange.cookie("__session=" + sealed(before, session -> session.signIn("ada", Set.of())));

        session(cookie).signOut();
        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).hasSize(2).allMatch(header -> header.startsWith("__session=; Max-Age=0;"))
                .first().asString().contains(expired);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void S36_aSignOutByHandExpiresBothCookies(Consumer<TestConfig> before, Consumer<TestConfig> after, String expired) {
        String cookieHeader = "__session=" + sealed(before, session -> session.signIn("ada", Set.of()));
        ResponseCommit cookie = cookie(after);
        for (boolean used : new boolean[] { false, true }) {
            for (boolean withRequest : new boolean[] { false, true }) {
                Exchange each = new Exchange().cookie(cookieHeader);
                RequestSessions.enter(each.rc, new ResponseCommit[] { cookie });
                SessionStorage storage = new CookieSessionStorage(cookie,
                        rc -> RequestSessions.of(rc, new ResponseCommit[] { cookie }).session(0));
                if (used) {
                    storage.getUserSession(each.rc).isNew();
                }
                UserSession session = storage.getSession(cookieHeader);
                each.responseHeaders.add("Set-Cookie",
                        withRequest ? storage.destroySession(session, each.rc) : storage.destroySession(session));
                each.sendHeaders();

                assertThat(each.setCookies("__session")).as("used %s, with request %s", used, withRequest).hasSize(2)
                        .allMatch(header -> header.startsWith("__session=; Max-Age=0;")).first().asString().contains(expired);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void S36_theTwinOfANewerCookieIsExpiredAndNothingElse(Consumer<TestConfig> before, Consumer<TestConfig> after,
            String expired) {
        String former = sealed(before, session -> session.set("user", "ada"));
        now = now.plusSeconds(10);
        String present = sealed(after, session -> session.set("user", "grace"));
        ResponseCommit cookie = cookie(after);
        exchange.cookie("__session=" + former + "; __session=" + present);

        assertThat(session(cookie).get("user")).contains("grace");
        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).singleElement().asString().startsWith("__session=; Max-Age=0;")
                .contains(expired);
    }

    /** As in a rollout of the new settings, with a replica that still has the former ones. */
    @Test
    void S36_aNewerCookieOfTheOtherScopeWins() {
        String present = sealed(config -> config.domain = "shop.org", session -> session.set("user", "ada"));
        now = now.plusSeconds(10);
        String former = sealed(config -> {
        }, session -> session.set("user", "grace"));
        ResponseCommit cookie = cookie(config -> config.domain = "shop.org");
        exchange.cookie("__session=" + present + "; __session=" + former);

        assertThat(session(cookie).get("user")).contains("grace");
        exchange.sendHeaders();

        assertMoved(cookie, "Path=/; ", "grace");
    }

    @Test
    void S36_aDeadCookieIsExpiredUnderTheScopeItHad() {
        exchange.cookie("__session=" + sealed(config -> config.domain = "shop.org", session -> session.set("user", "ada")));
        now = now.plus(Duration.ofDays(400));

        session(cookie(config -> {
        })).isNew();
        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).singleElement().asString().contains("; Max-Age=0;", "Domain=shop.org");
    }

    @Test
    void S33_aLateAnswerNeitherMovesTheCookieNorRemovesIt() {
        exchange.cookie("__session=" + sealed(config -> config.domain = "shop.org", session -> session.set("user", "ada")));
        session(cookie(config -> {
        })).get("user");
        now = now.plusSeconds(3);

        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).isEmpty();
    }

    @Test
    void S14_ofConflictingCookiesNoneIsExpiredUntilTheApplicationWrites() {
        Consumer<TestConfig> former = config -> config.domain = "shop.org";
        String cookies = "__session=" + sealed(former, session -> session.signIn("ada", Set.of())) + "; __session="
                + sealed(former, session -> session.signIn("mallory", Set.of()));
        ResponseCommit cookie = cookie(config -> {
        });
        session(cookie, exchange.cookie(cookies)).isNew();
        assertThat(exchange.sendHeaders().setCookies("__session")).isEmpty();

        Exchange writing = new Exchange().cookie(cookies);
        session(cookie, writing).set("a", 1);
        assertThat(writing.sendHeaders().setCookies("__session")).hasSize(2);
    }

    @Test
    void S36_aRerouteDoesNotHideThePathThatTheBrowserKnows() {
        ResponseCommit cookie = cookie(config -> {
        });
        exchange.uri = "/shop/cart?of=ada";
        exchange.cookie("__session=" + sealed(config -> config.path = "/shop", session -> session.set("user", "ada")));
        RequestSessions.enter(exchange.rc, new ResponseCommit[] { cookie });
        exchange.uri = "/error";

        RequestSessions.of(exchange.rc, new ResponseCommit[] { cookie }).session(0).destroy();
        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).hasSize(2).first().asString().contains("; Path=/shop;");
    }

    /** The answer may be late, and another replica may have set the one of the other scope for a new sign-in. */
    @Test
    void S41_aRefusedSignInExpiresNoTwin() {
        ResponseCommit cookie = cookie(config -> {
        });
        Consumer<UserSession> ada = session -> session.signIn("ada", Set.of());
        exchange.cookie("__session=" + sealed(config -> config.domain = "shop.org", ada) + "; __session="
                + sealed(config -> {
                }, ada));
        SessionState session = session(cookie);

        session.judged(session.signedIn(), Judgement.REFUSED);
        exchange.sendHeaders();

        assertThat(session.isEmpty()).isTrue();
        assertThat(exchange.setCookies("__session")).isEmpty();
    }

    @Test
    void S36_anUntouchedSessionMovesNothing() {
        exchange.cookie("__session=" + sealed(config -> config.domain = "shop.org", session -> session.set("user", "ada")));
        RequestSessions.enter(exchange.rc, new ResponseCommit[] { cookie(config -> {
        }) });

        assertThat(exchange.sendHeaders().setCookies("__session")).isEmpty();
    }

    private void assertMoved(ResponseCommit cookie, String expired, String user) {
        List<String> headers = exchange.setCookies("__session");
        assertThat(headers).hasSize(2);
        assertThat(headers.get(0)).startsWith("__session=; Max-Age=0;").contains(expired);
        String set = headers.get(1).substring("__session=".length(), headers.get(1).indexOf(';'));
        assertThat(cookie.definition().format().open(set).content().entries()).containsEntry("user", user);
        assertThat(cookie.definition().format().open(set).isFormer()).isFalse();
    }

    private SessionState session(ResponseCommit cookie) {
        return session(cookie, exchange);
    }

    private static SessionState session(ResponseCommit cookie, Exchange exchange) {
        RequestSessions.enter(exchange.rc, new ResponseCommit[] { cookie });
        return RequestSessions.of(exchange.rc, new ResponseCommit[] { cookie }).session(0);
    }

    private String sealed(Consumer<TestConfig> settings, Consumer<UserSession> data) {
        SessionStorage storage = new CookieSessionStorage(cookie(settings), rc -> null);
        UserSession session = storage.getSession(null);
        data.accept(session);
        String header = storage.commitSession(session);
        return header.substring("__session=".length(), header.indexOf(';'));
    }

    private ResponseCommit cookie(Consumer<TestConfig> change) {
        SessionSettings settings = TestConfig.settings(change.andThen(config -> config.secure = Secure.AUTO));
        SessionDefinition definition = SessionDefinition
                .of("default", settings.cookie(), settings.lifetimes(), KEYS, null, () -> now, new SecureRandom()::nextBytes,
                        TypedValues.UNAVAILABLE)
                .with(SignInSupport.ON);
        return Commits.of(definition, settings, null, false);
    }
}
