package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.time.Clock;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.vertx.ext.web.RoutingContext;

class RequestSessionsTest {

    private final Exchange exchange = new Exchange();
    private final RoutingContext rc = exchange.rc;
    private final SessionCookie[] cookies = { cookie() };

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

        assertThat(exchange.asked).containsExactly("HttpServerRequest.path", "HttpServerRequest.method",
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
    void lostChangesAreWatchedForOnceAndAgainAfterAReroute() {
        RequestSessions.enter(rc, cookies);
        assertThat(exchange.bodyEndHandlers).isEmpty();
        SessionState session = RequestSessions.of(rc, cookies).session(0);
        session.set("a", 1).set("b", 2);
        assertThat(exchange.bodyEndHandlers).hasSize(1);

        exchange.bodyEndHandlers.clear(); // as the router does
        RequestSessions.enter(rc, cookies);

        assertThat(exchange.bodyEndHandlers).hasSize(1);
    }

    private static SessionCookie cookie() {
        SessionSettings settings = SessionSettings.of(TestConfig.of());
        return new SessionCookie(SessionDefinition.of(settings, KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"), null,
                Clock.systemUTC(), new SecureRandom()::nextBytes, TypedValues.UNAVAILABLE), settings, null, true);
    }
}
