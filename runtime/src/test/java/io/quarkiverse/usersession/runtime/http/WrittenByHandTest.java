package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.cookie.CookieAttributes;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.foreign.Importer;
import io.quarkiverse.usersession.runtime.foreign.OpenedForeignCookie;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.SignInSupport;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.vertx.core.http.Cookie;

/** The application writes the cookie into the response itself: nothing may follow that would take its place. */
class WrittenByHandTest {

    private static final String OLD_SECRET = "kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua";
    private static final String SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";
    private static final String OLD_EXPIRED = "old=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; HttpOnly; SameSite=Lax";

    private final CapturedLog log = new CapturedLog();
    private final Exchange exchange = new Exchange();
    private Instant now = Instant.ofEpochSecond(1_700_000_000L);
    private ResponseCommit cookie = cookie(KeyRing.of(SECRET, List.of(OLD_SECRET)), settings -> {
    });
    private ResponseCommit other = cookie(KeyRing.of(SECRET), settings -> settings.name = "__other");
    private ResponseCommit[] cookies = { cookie, other };

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    /** Why a response would set or expire a cookie though the application has not changed the session. */
    enum Automatic {
        NOTHING,
        RENEWAL,
        RE_SEAL,
        DEAD_COOKIE,
        FLASH_READ,
        RENEWAL_AND_FLASH_READ,
        IMPORT,
        IMPORT_AND_FLASH_READ;

        boolean readsFlash() {
            return name().endsWith("FLASH_READ");
        }

        boolean imports() {
            return name().startsWith("IMPORT");
        }
    }

    enum ByHand {
        DESTROY {
            @Override
            String header(SessionStorage storage, UserSession session) {
                return storage.destroySession(session);
            }
        },
        COMMIT {
            @Override
            String header(SessionStorage storage, UserSession session) {
                return storage.commitSession(session.set("by", "hand"));
            }
        },
        COMMIT_UNCHANGED {
            @Override
            String header(SessionStorage storage, UserSession session) {
                return storage.commitSession(session);
            }
        },
        SIGN_IN_OVER_ANOTHER {
            @Override
            String header(SessionStorage storage, UserSession session) {
                return storage.commitSession(session.signIn("grace", Set.of()));
            }
        },
        WITHOUT_THE_STORAGE {
            @Override
            String header(SessionStorage storage, UserSession session) {
                return "__session=\"\";Version=1;Path=/;Max-Age=0";
            }
        };

        abstract String header(SessionStorage storage, UserSession session);
    }

    enum Handle {
        THE_SAME,
        ANOTHER
    }

    enum Opened {
        BEFORE,
        AFTER
    }

    enum Way {
        HEADER,
        ADD_COOKIE
    }

    static Stream<Arguments> everyCombination() {
        List<Arguments> all = new ArrayList<>();
        for (Automatic automatic : Automatic.values()) {
            for (ByHand byHand : ByHand.values()) {
                for (Handle handle : Handle.values()) {
                    for (Opened opened : Opened.values()) {
                        for (Way way : Way.values()) {
                            all.add(Arguments.of(automatic, byHand, handle, opened, way));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void S32_nothingAutomaticFollows(Automatic automatic, ByHand byHand, Handle handle, Opened opened, Way way) {
        requestWith(automatic);
        SessionState own = session(0);
        SessionStorage storage = storage();
        UserSession used = handle == Handle.THE_SAME ? own : storage.getSession(exchange.requestHeaders.get("Cookie"));
        if (opened == Opened.BEFORE) {
            use(own, automatic);
        }
        String header = byHand.header(storage, used);
        boolean flashReadAfterwards = opened == Opened.AFTER && use(own, automatic);

        String written = write(header, way);
        exchange.sendHeaders();

        boolean changedAfterwards = flashReadAfterwards && handle == Handle.THE_SAME && byHand != ByHand.WITHOUT_THE_STORAGE;
        assertThat(exchange.setCookies("__session")).hasSize(1)
                .allMatch(line -> line.startsWith(written) != changedAfterwards);
        assertThat(exchange.setCookies("old").contains(OLD_EXPIRED))
                .isEqualTo(automatic.imports() || header.contains("Max-Age=0"));
        assertThat(exchange.responseHeaders.get("Cache-Control")).isEqualTo("no-store, private");
        assertThat(exchange.responseHeaders.get("Vary")).isEqualTo("Cookie");
        assertThat(log.messages("ERROR")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Automatic.class)
    void whatIsNotWrittenByHandIsCommittedOnce(Automatic automatic) {
        requestWith(automatic);
        use(session(0), automatic);

        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).hasSize(automatic == Automatic.NOTHING ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(Automatic.class)
    void aHeaderThatWasDroppedDoesNotCount(Automatic automatic) {
        requestWith(automatic);
        use(session(0), automatic);
        storage().destroySession(storage().getSession(exchange.requestHeaders.get("Cookie")));

        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).hasSize(automatic == Automatic.NOTHING ? 0 : 1);
    }

    @Test
    void S32_whatTheSameSessionWasGivenOutForAndDroppedIsCommitted() {
        requestWith(Automatic.RENEWAL);
        storage().destroySession(session(0), exchange.rc);

        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).singleElement().asString().contains("; Max-Age=0;");
    }

    @ParameterizedTest
    @EnumSource(ByHand.class)
    void changesOfAnotherHandleAreLostWithAnError(ByHand byHand) {
        requestWith(Automatic.RENEWAL);
        session(0).set("own", "change");
        String written = write(byHand.header(storage(), storage().getSession(null)), Way.HEADER);

        exchange.sendHeaders().endBody();

        assertThat(exchange.setCookies("__session")).singleElement().asString().startsWith(written);
        assertThat(log.messages("ERROR")).singleElement().asString().startsWith("Session 'default': changes made by GET /shop"
                + " were lost, because the application wrote the cookie of this session itself, without these changes");
    }

    @Test
    void aLifetimeOfItsOwnCanFollowTheRequest() {
        RequestSessions.enter(exchange.rc, cookies);
        String header = storage().commitSession(storage().getSession(null).set("user", "grace"), Duration.ofMinutes(8),
                exchange.rc);
        write(header, Way.HEADER);

        exchange.sendHeaders().endBody();

        assertThat(header).contains("; Max-Age=480;");
        assertThat(exchange.responseHeaders.getAll("Vary")).containsExactly("Cookie"); // the request's own session counts as used
    }

    @Test
    void nothingIsLostIfBothHandlesDestroyTheSession() {
        requestWith(Automatic.RENEWAL);
        session(0).destroy();
        write(storage().destroySession(storage().getSession(null)), Way.HEADER);

        exchange.sendHeaders().endBody();

        assertThat(exchange.setCookies("__session")).hasSize(1);
        assertThat(log.messages("ERROR")).isEmpty();
    }

    static Stream<Arguments> laterChanges() {
        return Stream.of(
                Arguments.of("set", (Consumer<UserSession>) session -> session.set("by", "later"),
                        Map.of("user", "ada", "by", "later")),
                Arguments.of("back to what it was", (Consumer<UserSession>) session -> session.unset("by"),
                        Map.of("user", "ada")),
                Arguments.of("clear", (Consumer<UserSession>) UserSession::clear, Map.of()),
                Arguments.of("destroy", (Consumer<UserSession>) UserSession::destroy, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laterChanges")
    void aLaterChangeOfTheVerySessionTakesThePlaceOfWhatWasWritten(String name, Consumer<UserSession> change,
            Map<String, Object> data) {
        for (Way way : Way.values()) {
            Exchange exchange = new Exchange().cookie(sealed(SECRET, session -> session.set("user", "ada")));
            RequestSessions.enter(exchange.rc, cookies);
            SessionState session = RequestSessions.of(exchange.rc, cookies).session(0);
            exchange.responseHeaders.add("Set-Cookie", "a=b; Path=/");
            write(exchange, storage().commitSession(session.set("by", "hand"), exchange.rc), way);
            exchange.responseHeaders.add("Set-Cookie", "__session=elsewhere; Path=/admin");
            change.accept(session);

            exchange.sendHeaders();

            List<String> ours = exchange.setCookies("__session");
            assertThat(exchange.responseHeaders.getAll("Set-Cookie")).contains("a=b; Path=/",
                    "__session=elsewhere; Path=/admin");
            assertThat(ours).hasSize(2);
            String last = ours.get(ours.size() - 1);
            UserSession next = storage().getSession(last.substring(0, last.indexOf(';')));
            assertThat(next.isNew()).isEqualTo(data == null);
            assertThat(next.data()).isEqualTo(data == null ? Map.of() : data);
        }
        assertThat(log.messages("ERROR")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "__session=x; Path=/admin", "__session=x; Path=/; Domain=shop.org",
            "__session=x; Path=/; Secure; Partitioned",
            "__Session=x; Path=/", "__session2=x; Path=/", "__other=x; Path=/", "x__session=x; Path=/", "__session; Path=/" })
    void aCookieOfAnotherNameOrScopeIsAnotherCookie(String header) {
        requestWith(Automatic.RENEWAL);
        use(session(0), Automatic.RENEWAL);
        exchange.responseHeaders.add("Set-Cookie", header);

        exchange.sendHeaders();

        assertThat(exchange.responseHeaders.getAll("Set-Cookie")).hasSize(2).contains(header);
    }

    @ParameterizedTest
    @ValueSource(strings = { "__session=x; Path=/", " __session = x ;path = / ", "__session=x;PATH=/admin;Path=/",
            "__session=x; Path=/; Domain=",
            "__session=x", "__session=x; Path", "__session=x; Path=shop", "__session=x; Path=/; Max-Age=soon" })
    void aCookieOfThisNameAndScopeIsRecognisedAsBrowsersDo(String header) {
        requestWith(Automatic.RENEWAL);
        use(session(0), Automatic.RENEWAL);
        exchange.responseHeaders.add("Set-Cookie", header);

        exchange.sendHeaders();

        assertThat(exchange.responseHeaders.getAll("Set-Cookie")).containsExactly(header);
        assertThat(exchange.responseHeaders.get("Cache-Control")).isEqualTo("no-store, private");
    }

    @Test
    void aCookieWithoutAPathBelongsToTheDirectoryOfTheRequest() {
        exchange.uri = "/shop/cart?from=/";
        requestWith(Automatic.RENEWAL);
        use(session(0), Automatic.RENEWAL);
        exchange.responseHeaders.add("Set-Cookie", "__session=x");

        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).hasSize(2);
    }

    @Test
    void S32_ofTwoSessionsOnlyTheOneThatIsWrittenByHandIsLeftAlone() {
        exchange.cookie(sealed(SECRET, session -> session.set("user", "ada")));
        RequestSessions.enter(exchange.rc, cookies);
        session(0).set("a", 1);
        session(1).set("b", 2);
        String written = write(new CookieSessionStorage(other, rc -> null).destroySession(session(1)), Way.HEADER);

        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).hasSize(1);
        assertThat(exchange.setCookies("__other")).singleElement().asString().startsWith(written);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void S13_aCookieOfASessionThatTheRequestDoesNotUseIsNotForCaches(Way way) {
        requestWith(Automatic.NOTHING);
        write(storage().commitSession(storage().getSession(null).set("user", "grace")), way);

        exchange.sendHeaders();

        assertThat(exchange.responseHeaders.get("Cache-Control")).isEqualTo("no-store, private");
    }

    /** It would come back when the session has expired. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void S32_anImportByHandExpiresTheImportedCookieThoughTheRequestDoesNotUseItsSession(Way way) {
        requestWith(Automatic.IMPORT);
        UserSession imported = storage().getSession(exchange.requestHeaders.get("Cookie"));
        write(storage().commitSession(imported.set("by", "hand")), way);

        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).hasSize(1);
        assertThat(exchange.setCookies("old")).containsExactly(OLD_EXPIRED);
    }

    @Test
    void S32_aCookieThatOnlyCameWithTheRequestIsNotWritten() {
        requestWith(Automatic.RENEWAL);
        use(session(0), Automatic.RENEWAL);
        exchange.rc.request().cookies("__session");

        exchange.sendHeaders();

        assertThat(exchange.setCookies("__session")).hasSize(1);
    }

    private void requestWith(Automatic automatic) {
        Consumer<UserSession> data = session -> session.set("user", "ada").flash("toast", "Saved").signIn("ada", Set.of());
        String header = switch (automatic) {
            case RE_SEAL -> sealed(OLD_SECRET, data);
            case IMPORT, IMPORT_AND_FLASH_READ -> "old=ada";
            default -> sealed(SECRET, data);
        };
        now = now.plus(switch (automatic) {
            case RENEWAL, RENEWAL_AND_FLASH_READ -> Duration.ofMinutes(10);
            case DEAD_COOKIE -> Duration.ofMinutes(31);
            default -> Duration.ZERO;
        });
        exchange.cookie(header);
        RequestSessions.enter(exchange.rc, cookies);
    }

    /** @return whether a flash value was read */
    private static boolean use(SessionState session, Automatic automatic) {
        session.has("user");
        return automatic.readsFlash() && session.get("toast").isPresent();
    }

    private String write(String header, Way way) {
        return write(exchange, header, way);
    }

    /** @return how the header begins that will be sent */
    private static String write(Exchange exchange, String header, Way way) {
        if (way == Way.HEADER) {
            exchange.responseHeaders.add("Set-Cookie", header);
            return header.substring(0, header.indexOf(';') + 1);
        }
        String value = header.substring(header.indexOf('=') + 1, header.indexOf(';')).replace("\"", "");
        Cookie cookie = Cookie.cookie("__session", value).setPath("/").setMaxAge(header.contains("Max-Age=0") ? 0 : 1800);
        exchange.rc.response().addCookie(cookie);
        return "__session=" + value + ";";
    }

    private SessionState session(int place) {
        return RequestSessions.of(exchange.rc, cookies).session(place);
    }

    private SessionStorage storage() {
        return new CookieSessionStorage(cookie, rc -> RequestSessions.of(rc, cookies).session(0));
    }

    /** A Cookie header. */
    private String sealed(String secret, Consumer<UserSession> data) {
        SessionStorage before = new CookieSessionStorage(cookie(KeyRing.of(secret), settings -> {
        }), rc -> null);
        UserSession session = before.getSession(null);
        data.accept(session);
        String header = before.commitSession(session);
        return header.substring(0, header.indexOf(';'));
    }

    private ResponseCommit cookie(KeyRing keys, Consumer<TestConfig> change) {
        SessionSettings settings = TestConfig.settings((config -> {
            config.maxAge = Duration.ofMinutes(30);
            config.renewAfter = Duration.ofMinutes(5);
            change.accept(config);
        }));
        CookieAttributes old = settings.cookie().withName("old");
        Importer importer = settings.cookie().name().equals("__session")
                ? new Importer(old, (value, seconds) -> OpenedForeignCookie.valid(
                        Map.of("user", value, EntryKey.flash("toast"), "Saved"), seconds, Set.of()), key -> null,
                        Long.MAX_VALUE)
                : null;
        SessionDefinition definition = SessionDefinition.of("default", settings.cookie(), settings.lifetimes(), keys, importer,
                () -> now, new SecureRandom()::nextBytes,
                TypedValues.UNAVAILABLE).with(SignInSupport.ON);
        return Commits.of(definition, settings, importer, false);
    }
}
