package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.config.TestConfig;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

class RequestSessionsTest {

    private final List<String> asked = new ArrayList<>();
    private final List<Handler<Void>> headersEndHandlers = new ArrayList<>();
    private final List<Handler<Void>> bodyEndHandlers = new ArrayList<>();
    private final Map<String, Object> data = new HashMap<>();

    private final HttpServerRequest request = answering(HttpServerRequest.class,
            Map.of("path", "/shop", "headers", MultiMap.caseInsensitiveMultiMap()));
    private final HttpServerResponse response = answering(HttpServerResponse.class,
            Map.of("headers", MultiMap.caseInsensitiveMultiMap()));
    private final SessionCookie[] cookies = { cookie() };

    @Test
    void aLateWriteAsksTheRequestForNothing() {
        // Vert.x locks the connection to tell the path of an HTTP/2 request, and the headers of another thread's response may
        // be waiting for the session with that lock held
        RoutingContext rc = routingContext();
        RequestSessions.enter(rc, cookies);
        SessionState session = RequestSessions.of(rc, cookies).session(0);
        headersEndHandlers.forEach(handler -> handler.handle(null));
        asked.clear();

        assertThatExceptionOfType(SessionCommittedException.class).isThrownBy(() -> session.set("user", "ada"))
                .withMessageContaining("the response to /shop have been sent");

        assertThat(asked).isEmpty();
    }

    @Test
    void anUntouchedRequestIsAskedForItsPathOnly() {
        RequestSessions.enter(routingContext(), cookies);
        headersEndHandlers.forEach(handler -> handler.handle(null));

        assertThat(asked).containsExactly("HttpServerRequest.path");
    }

    @Test
    void aRequestThatPassedNoFilterHasSessionsToo() {
        RoutingContext rc = routingContext();

        SessionState session = RequestSessions.of(rc, cookies).session(0);

        assertThat(RequestSessions.of(rc, cookies).session(0)).isSameAs(session);
        assertThat(headersEndHandlers).hasSize(1);
    }

    @Test
    void aReroutedRequestKeepsItsSessionsAndIsCommittedOnce() {
        RoutingContext rc = routingContext();
        RequestSessions.enter(rc, cookies);
        SessionState session = RequestSessions.of(rc, cookies).session(0);

        RequestSessions.enter(rc, cookies);

        assertThat(RequestSessions.of(rc, cookies).session(0)).isSameAs(session);
        session.isNew();
        headersEndHandlers.forEach(handler -> handler.handle(null));
        assertThat(asked.stream().filter("HttpServerResponse.headers"::equals)).hasSize(1);
    }

    @Test
    void lostChangesAreWatchedForOnceAndAgainAfterAReroute() {
        RoutingContext rc = routingContext();
        RequestSessions.enter(rc, cookies);
        assertThat(bodyEndHandlers).isEmpty();
        SessionState session = RequestSessions.of(rc, cookies).session(0);
        session.set("a", 1).set("b", 2);
        assertThat(bodyEndHandlers).hasSize(1);

        bodyEndHandlers.clear(); // as the router does
        RequestSessions.enter(rc, cookies);

        assertThat(bodyEndHandlers).hasSize(1);
    }

    private static SessionCookie cookie() {
        SessionSettings settings = SessionSettings.of(TestConfig.of());
        return new SessionCookie(SessionDefinition.of(settings, KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"), null,
                Clock.systemUTC(), new SecureRandom()::nextBytes, TypedValues.UNAVAILABLE), settings, null, true);
    }

    @SuppressWarnings("unchecked")
    private RoutingContext routingContext() {
        return (RoutingContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { RoutingContext.class },
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "request" -> request;
                    case "response" -> response;
                    case "get" -> data.get(arguments[0]);
                    case "put" -> {
                        data.put((String) arguments[0], arguments[1]);
                        yield proxy;
                    }
                    case "addHeadersEndHandler" -> {
                        headersEndHandlers.add((Handler<Void>) arguments[0]);
                        yield headersEndHandlers.size();
                    }
                    case "addBodyEndHandler" -> {
                        bodyEndHandlers.add((Handler<Void>) arguments[0]);
                        yield bodyEndHandlers.size();
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @SuppressWarnings("unchecked")
    private <T> T answering(Class<T> type, Map<String, Object> answers) {
        return (T) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> {
                    asked.add(type.getSimpleName() + "." + method.getName());
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answers.get(method.getName());
                });
    }
}
