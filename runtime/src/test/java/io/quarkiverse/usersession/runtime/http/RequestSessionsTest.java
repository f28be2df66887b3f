package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.vertx.ext.web.RoutingContext;

class RequestSessionsTest {

    private final Exchange exchange = new Exchange();
    private final RoutingContext rc = exchange.rc;
    private final ResponseCommit[] cookies = { cookie() };

    @Test
    void aLateWriteAsksTheRequestForNothing() {
        // Vert.x locks the connection to tell the path of an HTTP/2 request, and the headers of another thread's response may
        // be waiting for the session with that lock held
        RequestSessions.enter(rc, cookies);
        SessionState session = RequestSessions.of(rc, cookies).session(0);
        exchange.sendHeaders();
        exchange.asked.clear();

        assertThatExceptionOfType(SessionCommittedException.class).isThrownBy(() -> session.set("user", "ada"))
                .withMessageContaining("the response to /shop have been sent");

        assertThat(exchange.asked).isEmpty();
    }

    @Test
    void anUntouchedRequestIsAskedForItsPathAndMethodAndItsResponseForCookiesOfTheApplication() {
        RequestSessions.enter(rc, cookies);
        exchange.sendHeaders();

        assertThat(exchange.asked).containsExactly("HttpServerRequest.uri", "HttpServerRequest.method",
                "HttpServerResponse.headers");
    }

    @Test
    void aRequestThatPassedNoFilterHasSessionsToo() {

        SessionState session = RequestSessions.of(rc, cookies).session(0);

        assertThat(RequestSessions.of(rc, cookies).session(0)).isSameAs(session);
        assertThat(exchange.headersEndHandlers).hasSize(1);
    }

    @Test
    void aReroutedRequestKeepsItsSessionsAndIsCommittedOnce() {
        RequestSessions.enter(rc, cookies);
        SessionState session = RequestSessions.of(rc, cookies).session(0);

        RequestSessions.enter(rc, cookies);

        assertThat(RequestSessions.of(rc, cookies).session(0)).isSameAs(session);
        session.isNew();
        exchange.sendHeaders();
        assertThat(exchange.responseHeaders.getAll("Vary")).containsExactly("Cookie");
    }

    @Test
    void theEndOfTheResponseIsWatchedOnceASessionIsUsedAndAgainAfterAReroute() {
        RequestSessions.enter(rc, cookies);
        assertThat(exchange.bodyEndHandlers).isEmpty();
        RequestSessions.of(rc, cookies).session(0);
        RequestSessions.of(rc, cookies).session(0);
        assertThat(exchange.bodyEndHandlers).hasSize(1);

        exchange.bodyEndHandlers.clear(); // as the router does
        RequestSessions.enter(rc, cookies);

        assertThat(exchange.bodyEndHandlers).hasSize(1);
    }

    @Test
    void changesAreReportedAsLostWhenOurHandlerWasReplaced() {
        try (CapturedLog log = new CapturedLog()) {
            RequestSessions.enter(rc, cookies);
            RequestSessions.of(rc, cookies).session(0).set("a", 1);

            exchange.endBody();

            assertThat(log.messages("ERROR")).singleElement().asString().contains("changes made by GET /shop were lost");
            assertThat(log.messages("WARN")).isEmpty();
        }
    }

    @Test
    void S13_aReadIsReportedWhenOurHandlerWasReplaced() {
        assertThat(warnings(exchange, RequestSessions::enter)).singleElement().asString()
                .startsWith("Session 'default': the response to GET /shop depends on the session and has no Vary: Cookie,"
                        + " because something called response().headersEndHandler(...), which replaced this extension's"
                        + " handler");
    }

    @Test
    void S13_aFirstReadAfterTheHeadersIsReported() {
        assertThat(warnings(exchange, (rc, cookies) -> {
            RequestSessions.enter(rc, cookies);
            RequestSessions.of(rc, cookies).session(0); // not used yet
            exchange.sendHeaders();
        })).singleElement().asString().contains("because the session was first used after the headers had been sent");
    }

    /** A stream of events may go on until the client goes, of which no handler is told. */
    @Test
    void S13_aFirstReadAfterTheHeadersIsReportedThoughTheResponseNeverEnds() {
        try (CapturedLog log = new CapturedLog()) {
            RequestSessions.enter(rc, cookies);
            exchange.sendHeaders();

            RequestSessions.of(rc, cookies).session(0).isNew();

            assertThat(log.messages("WARN")).singleElement().asString()
                    .contains("because the session was first used after the headers had been sent");
            exchange.endBody();
            assertThat(log.messages("WARN")).hasSize(1);
        }
    }

    @Test
    void aReadThatTheHeadersTellOfIsNotReported() {
        assertThat(warnings(exchange, (rc, cookies) -> {
            RequestSessions.enter(rc, cookies);
            RequestSessions.of(rc, cookies).session(0).isNew();
            exchange.sendHeaders();
        })).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Vary | cookie", "Vary | *", "Cache-Control | private, no-store" })
    void aResponseThatCachesKeepApartAnywayIsNotReported(String header, String value) {
        exchange.responseHeaders.add(header, value);

        assertThat(warnings(exchange, RequestSessions::enter)).isEmpty();
    }

    @Test
    void nothingIsReportedWhereCacheHeadersAreOff() {
        cookies[0] = cookie(config -> config.cacheHeaders = false);

        assertThat(warnings(exchange, RequestSessions::enter)).isEmpty();
    }

    @Test
    void aPathIsReportedOnceAndNoMoreThanAHundredOfThem() {
        try (CapturedLog log = new CapturedLog()) {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 1_000; i++) {
                    Exchange hostile = new Exchange();
                    hostile.uri = "/" + i;
                    RequestSessions.of(hostile.rc, cookies).session(0).isNew();
                    hostile.endBody();
                }
            }

            assertThat(log.messages("WARN")).hasSize(100).doesNotHaveDuplicates();
        }
    }

    private List<String> warnings(Exchange exchange, BiConsumer<RoutingContext, ResponseCommit[]> before) {
        try (CapturedLog log = new CapturedLog()) {
            before.accept(exchange.rc, cookies);
            RequestSessions.of(exchange.rc, cookies).session(0).isNew();
            exchange.endBody();
            return log.messages("WARN");
        }
    }

    private static ResponseCommit cookie() {
        return cookie(config -> {
        });
    }

    private static ResponseCommit cookie(Consumer<TestConfig> change) {
        SessionSettings settings = TestConfig.settings(change);
        return Commits.of(SessionDefinition.of("default", settings.cookie(), settings.lifetimes(),
                KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"), null,
                Clock.systemUTC(), new SecureRandom()::nextBytes, TypedValues.UNAVAILABLE), settings, null, true);
    }
}
