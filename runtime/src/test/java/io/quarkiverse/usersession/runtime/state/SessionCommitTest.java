package io.quarkiverse.usersession.runtime.state;

import static io.quarkiverse.usersession.runtime.state.Commit.Kind.EXPIRE;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.NONE;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.RENEW;
import static io.quarkiverse.usersession.runtime.state.Commit.Kind.SET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.format.CookieFormat;
import io.quarkiverse.usersession.runtime.format.CookieScope;
import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;
import io.quarkiverse.usersession.testsupport.CapturedLog;

/** When a response sets or expires the cookie, and when it leaves it alone. */
class SessionCommitTest {

    private static final Map<String, Object> STORED = Map.of("name", "Ann", "visits", 1, "price", new BigDecimal("1.50"),
            "since", Instant.EPOCH, "items", List.of(1, "b"), "map", Map.of("x", 1, "y", 2));
    private static final Map<String, Object> STORED_DATA = Map.of("name", "Ann", "visits", 1, "price", new BigDecimal("1.50"),
            "since", "1970-01-01T00:00:00Z", "items", List.of(1, "b"), "map", Map.of("x", 1, "y", 2), "note", "saved");

    private final Browser browser = new Browser();

    @BeforeEach
    void aSessionIsStored() {
        browser.request(session -> {
            STORED.forEach(session::set);
            session.flash("note", "saved");
        });
    }

    @Test
    void anUntouchedSessionIsNotEvenLoaded() {
        Browser.Request request = browser.begin(List.of("__session=rubbish"));

        Commit commit = request.respond();

        assertThat(commit).isSameAs(Commit.UNUSED);
        assertThat(request.loads).hasValue(0);
        assertThat(request.session.isUncommitted()).isFalse();
    }

    @Test
    void aUsedSessionIsLoadedOnce() {
        Browser.Request request = browser.begin();

        request.session.get("name");
        request.session.set("name", "Bob").data();
        Commit commit = request.respond();
        request.session.has("name");

        assertThat(request.loads).hasValue(1);
        assertThat(commit).isNotSameAs(Commit.UNUSED);
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                reason("another value", session -> session.set("name", "Bob")),
                reason("a value of another type", session -> session.set("visits", "1")),
                reason("a decimal of another scale", session -> session.set("price", new BigDecimal("1.5"))),
                reason("a list in another order", session -> session.set("items", List.of("b", 1))),
                reason("a new value", session -> session.set("new", 1)),
                reason("a flash value", session -> session.flash("name", "Ann")),
                reason("another flash value", session -> session.flash("note", "again")),
                reason("a flash value read", session -> session.get("note")),
                reason("a flash value set and one read", session -> session.flash("more", 1).get("note")),
                reason("a value removed", session -> session.unset("name")),
                reason("a flash value removed", session -> session.unset("note")),
                reason("a flash value made a plain one", session -> session.set("note", session.get("note").orElseThrow())),
                reason("everything removed", UserSession::clear),
                reason("renewed", UserSession::renew),
                reason("its own lifetime", session -> session.maxAge(Duration.ofHours(1))),
                reason("the configured lifetime as its own", session -> session.maxAge(Duration.ofDays(365))));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aChangedSessionIsSetWithAllItsData(Consumer<UserSession> change) {
        Browser.Request request = browser.begin();
        change.accept(request.session);
        Map<String, Object> data = request.session.data();

        Commit commit = request.respond();

        assertThat(commit.kind()).isEqualTo(SET);
        assertThat(request.isChanged()).isTrue();
        browser.request(session -> assertThat(session.data()).isEqualTo(data));
    }

    static Stream<Named<Consumer<UserSession>>> nonReasons() {
        return Stream.of(
                named("read", session -> session.get("name")),
                named("absent", session -> session.get("absent")),
                named("asked", session -> session.has("note")),
                named("all read", UserSession::data),
                named("identified", UserSession::id),
                named("dated", session -> session.createdAt().isBefore(session.expiresAt())),
                named("tested", session -> assertThat(session.isNew() || session.isEmpty()).isFalse()),
                named("an equal text", session -> session.set("name", "Ann")),
                named("an equal long", session -> session.set("visits", 1L)),
                named("an equal byte", session -> session.set("visits", (byte) 1)),
                named("an equal BigInteger", session -> session.set("visits", BigInteger.ONE)),
                named("an equal BigDecimal", session -> session.set("visits", new BigDecimal("1"))),
                named("an equal decimal", session -> session.set("price", new BigDecimal("1.50"))),
                named("an equal Instant", session -> session.set("since", Instant.EPOCH)),
                named("an equal list", session -> session.set("items", new ArrayList<>(List.of(1L, "b")))),
                named("an equal map", session -> session.set("map", mapOf("x", 1, "y", 2))),
                named("an equal map in another order", session -> session.set("map", mapOf("y", 2, "x", 1))),
                named("an equal flash value", session -> session.flash("note", "saved")),
                named("set and set back", session -> session.set("name", "Bob").set("name", "Ann")),
                named("set and unset", session -> session.set("new", 1).unset("new")),
                named("unset and set again", session -> session.unset("name").set("name", "Ann")),
                named("unset what is not there", session -> session.unset("absent")),
                named("flash set and read", session -> session.flash("more", 1).get("more", Integer.class)),
                named("flash read and set again", session -> session.flash("note", session.get("note").orElseThrow())));
    }

    @ParameterizedTest
    @MethodSource("nonReasons")
    void anUnchangedSessionIsNotSet(Consumer<UserSession> use) {
        Browser.Request request = browser.begin();

        use.accept(request.session);

        assertThat(request.respond().kind()).isEqualTo(NONE);
        assertThat(request.session.isUncommitted()).isFalse();
        browser.request(session -> assertThat(session.data()).isEqualTo(STORED_DATA));
    }

    static Stream<Arguments> newSessions() {
        return Stream.of(
                arguments(named("read", use(UserSession::data)), NONE),
                arguments(named("identified", use(UserSession::id)), NONE),
                arguments(named("set and unset", use(session -> session.set("a", 1).unset("a"))), NONE),
                arguments(named("cleared", use(UserSession::clear)), NONE),
                arguments(named("flash set and read", use(session -> session.flash("a", "b").get("a"))), NONE),
                arguments(named("set", use(session -> session.set("a", 1))), SET),
                arguments(named("flashed", use(session -> session.flash("a", 1))), SET),
                arguments(named("renewed", use(UserSession::renew)), SET),
                arguments(named("its own lifetime", use(session -> session.maxAge(Duration.ofHours(1)))), SET),
                arguments(named("destroyed", use(UserSession::destroy)), EXPIRE));
    }

    @ParameterizedTest
    @MethodSource("newSessions")
    void aNewSessionIsSetOnceThereIsSomethingInIt(Consumer<UserSession> use, Commit.Kind kind) {
        browser.cookie = null;

        assertThat(browser.request(use).kind()).isEqualTo(kind);
    }

    @Test
    void aCommitCarriesWhatIsInTheSession() {
        browser.cookie = null;
        Browser.Request request = browser.begin();
        request.session.set("name", "Ann");
        String id = request.session.id();

        Commit commit = request.respond();

        assertThat(commit).isEqualTo(new Commit(SET, new SessionContent(SessionId.parse(id), Browser.START.getEpochSecond(),
                Browser.START.getEpochSecond(), 31_536_000, false, Map.of("name", "Ann")), 31_536_000, false, false, null));
    }

    @Test
    void changesAreAnnouncedOnce() {
        Browser.Request request = browser.begin();

        request.session.data();
        assertThat(request.isChanged()).isFalse();
        request.session.set("name", "Bob").unset("name").flash("a", 1).renew().maxAge(Duration.ofHours(1)).clear();
        request.session.destroy();

        assertThat(request.isChanged()).isTrue();
        assertThat(request.session.isUncommitted()).isTrue();
        request.respond();
        assertThat(request.session.isUncommitted()).isFalse();
    }

    static Stream<Named<String>> deadCookies() {
        String good = seal(new Browser().format(), Browser.START);
        return Stream.of(
                named("cut short", good.substring(0, good.length() - 1)),
                named("cut very short", good.substring(0, 7)),
                named("made longer", good + "="),
                named("with a character of no base64", good.substring(0, 60) + "!" + good.substring(61)),
                named("changed", good.substring(0, 60) + (good.charAt(60) == 'A' ? "B" : "A") + good.substring(61)),
                named("of another name", seal(format("__other", "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"), Browser.START)),
                named("expired", seal(new Browser().format(), Browser.START.minusSeconds(3600))));
    }

    static Stream<Named<String>> cookiesThatMayBeAnothers() {
        String good = seal(new Browser().format(), Browser.START);
        byte[] laterVersion = Base64.getUrlDecoder().decode(good);
        laterVersion[0] = 2;
        return Stream.of(
                named("rubbish", "rubbish"),
                named("odd bytes", "%00\u0000é\""),
                named("a JWT", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln"),
                named("of Remix", "eyJ1c2VySUQiOiJ1MSJ9.NIrLlBZ5jWPmLzXCXwIRJdDZnKZjZgqoM6FTkX5YHno"),
                named("too long", "A".repeat(65_536)),
                named("of a later version", Base64.getUrlEncoder().withoutPadding().encodeToString(laterVersion)),
                named("of another secret", seal(format("__session", "x".repeat(32)), Browser.START)),
                named("of the future", seal(new Browser().format(), Browser.START.plusSeconds(61))));
    }

    static Stream<Named<String>> unusableCookies() {
        return Stream.concat(deadCookies(), cookiesThatMayBeAnothers());
    }

    @ParameterizedTest
    @MethodSource("deadCookies")
    void S35_aCookieThatIsCertainlyOursAndDeadIsExpired(String value) {
        Browser.Request request = browser.begin(List.of("__session=" + value));
        request.session.isNew();

        assertThat(request.respond().kind()).isEqualTo(EXPIRE);
    }

    @ParameterizedTest
    @MethodSource("cookiesThatMayBeAnothers")
    void S35_aCookieThatMayBeAnothersOrGoodAgainIsLeftAloneUntilTheApplicationWrites(String value) {
        Browser.Request request = browser.begin(List.of("__session=" + value));
        request.session.isNew();

        assertThat(request.respond().kind()).isEqualTo(NONE);
    }

    @ParameterizedTest
    @MethodSource("unusableCookies")
    void S7_S10_anUnusableCookieIsANewSession(String value) {
        Browser.Request request = browser.begin(List.of("__session=" + value));

        assertThat(request.session.get("name")).isEmpty();
        assertThat(request.session.data()).isEmpty();
        assertThat(request.session.isNew()).isTrue();
        assertThat(request.session.createdAt()).isEqualTo(browser.now());

        request.respond();
        assertThat(request.isChanged()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("unusableCookies")
    void S10_anUnusableCookieIsReplacedIfSomethingIsSet(String value) {
        Browser.Request request = browser.begin(List.of("__session=" + value));
        request.session.set("name", "Bob");

        assertThat(request.respond().kind()).isEqualTo(SET);
        browser.request(session -> assertThat(session.data()).isEqualTo(Map.of("name", "Bob")));
    }

    @ParameterizedTest
    @MethodSource("unusableCookies")
    void S14_aGoodCookieAmongBadOnesIsUsedAndNotExpired(String bad) {
        Browser.Request request = browser
                .begin(List.of("__session=" + bad + "; __session=" + browser.cookie, "__session=" + bad));

        assertThat(request.session.data()).isEqualTo(STORED_DATA);
        assertThat(request.session.isNew()).isFalse();
        assertThat(request.respond().kind()).isEqualTo(NONE);
    }

    @Test
    void anEmptyCookieCountsAsAbsent() {
        Browser.Request request = browser.begin(List.of("__session=; __session=\"\""));

        assertThat(request.session.isNew()).isTrue();
        assertThat(request.respond().kind()).isEqualTo(NONE);
    }

    static Stream<Arguments> lateChanges() {
        return Stream.of(
                arguments(named("set", use(session -> session.set("cart", "k33p-me-private"))), "can't set 'cart'"),
                arguments(named("set an equal value", use(session -> session.set("name", "Ann"))), "can't set 'name'"),
                arguments(named("flash", use(session -> session.flash("cart", "k33p-me-private"))), "can't set 'cart'"),
                arguments(named("unset", use(session -> session.unset("name"))), "can't unset 'name'"),
                arguments(named("unset what is not there", use(session -> session.unset("cart"))), "can't unset 'cart'"),
                arguments(named("clear", use(UserSession::clear)), "can't clear the session"),
                arguments(named("maxAge", use(session -> session.maxAge(Duration.ofHours(1)))), "can't set the maxAge"),
                arguments(named("renew", use(UserSession::renew)), "can't renew the session"),
                arguments(named("destroy", use(UserSession::destroy)), "can't destroy the session"));
    }

    @ParameterizedTest
    @MethodSource("lateChanges")
    void aLateChangeIsRefusedAndReadingStillWorks(Consumer<UserSession> change, String refusal) {
        Browser.Request request = browser.begin();
        request.session.set("name", "Bob");
        request.respond();
        String sent = browser.cookie;

        assertCommitted(() -> change.accept(request.session), refusal);

        assertThat(request.session.get("name")).contains("Bob");
        assertThat(request.session.data()).containsEntry("visits", 1).containsEntry("note", "saved");
        assertThat(request.session.id()).isEqualTo(browser.content().id().toString());
        assertThat(request.session.has("cart")).isFalse();
        assertThat(request.session.isEmpty()).isFalse();
        assertThat(request.session.isNew()).isFalse();
        assertThat(request.session.createdAt()).isEqualTo(Browser.START);
        assertThat(request.session.expiresAt()).isEqualTo(Browser.START.plus(Duration.ofDays(365)));
        assertThat(request.isChanged()).isTrue();
        assertThat(browser.cookie).isEqualTo(sent);
    }

    @ParameterizedTest
    @MethodSource("lateChanges")
    void aSessionFirstUsedAfterTheHeadersCanOnlyBeRead(Consumer<UserSession> change, String refusal) {
        Browser.Request request = browser.beginTooLate();

        assertCommitted(() -> change.accept(request.session), refusal);

        assertThat(request.session.data()).isEqualTo(STORED_DATA);
        assertThat(request.session.isNew()).isFalse();
        assertThat(request.session.isUncommitted()).isFalse();
        assertThat(request.isChanged()).isFalse();
    }

    @Test
    void aFlashValueReadTooLateIsThereAgainAndThatIsWarnedOf() {
        Browser.Request request = browser.begin();
        request.respond();
        try (CapturedLog log = new CapturedLog()) {
            assertThat(request.session.get("note")).contains("saved");

            assertThat(log.messages("WARN")).singleElement().asString()
                    .contains("Session 'default'", "'note'", "/shop/cart").doesNotContain("saved");
        }
        assertThat(request.isChanged()).isFalse();

        browser.request(session -> assertThat(session.get("note")).contains("saved"));
    }

    @Test
    void S12_destroyExpiresTheCookie() {
        Commit commit = browser.request(UserSession::destroy);

        assertThat(commit.kind()).isEqualTo(EXPIRE);
        browser.request(session -> assertThat(session.isNew()).isTrue());
    }

    static Stream<Named<Consumer<UserSession>>> waysToDestroy() {
        return Stream.of(
                named("read before", session -> {
                    session.get("name");
                    session.destroy();
                }),
                named("changed before", session -> session.set("name", "Bob").renew().maxAge(Duration.ofHours(1)).destroy()),
                named("renewed after", session -> {
                    session.destroy();
                    session.renew();
                }),
                named("lifetime after", session -> {
                    session.destroy();
                    session.maxAge(Duration.ofHours(1));
                }),
                named("set and unset after", session -> {
                    session.destroy();
                    session.set("name", "Ann").unset("name");
                }),
                named("cleared after", session -> {
                    session.destroy();
                    session.set("name", "Ann").clear();
                }),
                named("destroyed twice", session -> {
                    session.destroy();
                    session.set("name", "Ann").destroy();
                }));
    }

    @ParameterizedTest
    @MethodSource("waysToDestroy")
    void S12_destroyBeatsRenewal(Consumer<UserSession> use) {
        browser.restart(config -> config.renewAfter = Duration.ofMinutes(5));
        browser.later(Duration.ofMinutes(10));
        assertThat(browser.request(UserSession::data).kind()).as("it was due").isEqualTo(RENEW);
        browser.later(Duration.ofMinutes(10));

        assertThat(browser.request(use).kind()).isEqualTo(EXPIRE);
    }

    @Test
    void S12_setAfterDestroyStartsANewSession() {
        browser.request(session -> session.maxAge(Duration.ofHours(1)));
        String id = browser.content().id().toString();
        browser.later(Duration.ofMinutes(10));

        Commit commit = browser.request(session -> {
            session.destroy();
            session.set("name", "Bob");
        });

        assertThat(commit.kind()).isEqualTo(SET);
        assertThat(browser.content()).isEqualTo(new SessionContent(commit.content().id(), browser.now().getEpochSecond(),
                browser.now().getEpochSecond(), 31_536_000, false, Map.of("name", "Bob")));
        assertThat(commit.content().id().toString()).isNotEqualTo(id);
    }

    @Test
    void S12_setAfterDestroyStartsANewSessionEvenWithTheSameData() {
        browser.cookie = null;
        browser.request(session -> session.set("name", "Ann"));
        String id = browser.content().id().toString();

        Commit commit = browser.request(session -> {
            session.destroy();
            session.set("name", "Ann");
        });

        assertThat(commit.kind()).isEqualTo(SET);
        assertThat(browser.content().id().toString()).isNotEqualTo(id);
    }

    @Test
    void S12_aSlowReadDoesNotBringBackADestroyedSession() {
        Browser.Request slow = browser.begin();
        slow.session.data();
        browser.request(UserSession::destroy);

        assertThat(slow.respond().kind()).isEqualTo(NONE);
        assertThat(browser.cookie).isNull();
    }

    @Test
    void S12_aSlowReadDoesNotBringBackAnOlderSession() {
        Browser.Request slow = browser.begin();
        slow.session.set("name", "Bob").set("name", "Ann");
        browser.request(session -> session.renew().set("name", "Cleo"));
        String newer = browser.cookie;

        assertThat(slow.respond().kind()).isEqualTo(NONE);
        assertThat(browser.cookie).isEqualTo(newer);
    }

    private static void assertCommitted(Runnable change, String refusal) {
        assertThatExceptionOfType(SessionCommittedException.class).isThrownBy(change::run)
                .withMessageStartingWith("Session 'default': " + refusal).withMessageContaining("/shop/cart")
                .withMessageNotContainingAny("k33p-me-private", "Ann").withNoCause();
    }

    private static String seal(CookieFormat format, Instant issuedAt) {
        return format.seal(new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), issuedAt.getEpochSecond(),
                issuedAt.getEpochSecond(), 3600,
                false, Map.of("name", "Mallory")));
    }

    private static CookieFormat format(String name, String secret) {
        return new CookieFormat(name, CookieScope.DEFAULT, KeyRing.of(secret), bytes -> {
        });
    }

    private static Map<String, Object> mapOf(String key1, Object value1, String key2, Object value2) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }

    private static Arguments reason(String name, Consumer<UserSession> change) {
        return arguments(named(name, change));
    }

    private static Consumer<UserSession> use(Consumer<UserSession> use) {
        return use;
    }
}
