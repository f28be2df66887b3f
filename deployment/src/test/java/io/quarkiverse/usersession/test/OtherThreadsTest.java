package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.websockets.next.OnOpen;
import io.smallrye.mutiny.Uni;

/** Where a session can be used besides the thread of its request, and what the exception says where it can't. */
class OtherThreadsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar
                    .addPackage(Browser.class.getPackage())
                    .addClasses(InjectedSessions.class, Jobs.class, Observers.class, Socket.class, Endpoints.class));

    @Inject
    InjectedSessions sessions;

    @Inject
    Jobs jobs;

    @Inject
    Event<String> event;

    @Inject
    Observers observers;

    @TestHTTPResource("/socket")
    URI socket;

    @ParameterizedTest
    @ValueSource(strings = { "managed-executor", "emit-on", "run-subscription-on" })
    void workThatKeepsItsRequestHasItsSession(String way) {
        Browser browser = new Browser();

        assertThat(browser.get("/threads/" + way).asString()).isEqualTo("nobody");
        assertThat(browser.get("/threads/" + way).asString()).isEqualTo("ada by " + way);
    }

    @ParameterizedTest
    @ValueSource(strings = { "supply-async", "thread" })
    void workThatLosesItsRequestIsToldWhatKeepsIt(String way) {
        assertThat(new Browser().get("/threads/" + way).asString()).isEqualTo(InjectedSessions.REFUSAL);
    }

    @Test
    void workThatOutlivesItsResponseIsToldAndSeesNoOtherSession() {
        Browser ada = new Browser();
        Browser bob = new Browser();
        ada.get("/threads/managed-executor");
        bob.get("/threads/emit-on");

        ada.get("/threads/outlive");

        assertThat(bob.get("/threads/meanwhile").asString())
                .isEqualTo(InjectedSessions.REFUSAL + " while bob's session says ada by emit-on");
    }

    @Test
    void aTestThreadIsTold() {
        assertThat(sessions.refusals()).isEqualTo(InjectedSessions.REFUSAL);
    }

    @Test
    @ActivateRequestContext
    void aRequestContextWithoutARequestIsNone() {
        assertThat(sessions.refusals()).isEqualTo(InjectedSessions.REFUSAL);
    }

    @Test
    void aScheduledJobIsTold() throws Exception {
        assertThat(jobs.refusals.get(60, TimeUnit.SECONDS)).isEqualTo(InjectedSessions.REFUSAL);
    }

    @Test
    void anAsynchronousObserverIsTold() throws Exception {
        event.fireAsync("event").toCompletableFuture().get(60, TimeUnit.SECONDS);

        assertThat(observers.refusals).isEqualTo(InjectedSessions.REFUSAL);
    }

    @Test
    void aWebSocketIsTold() throws Exception {
        CompletableFuture<String> message = new CompletableFuture<>();

        HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create(socket.toString().replace("http:", "ws:")), new WebSocket.Listener() {

                    @Override
                    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
                        message.complete(data.toString());
                        return null;
                    }
                }).get(60, TimeUnit.SECONDS).request(1);

        assertThat(message.get(60, TimeUnit.SECONDS)).isEqualTo(InjectedSessions.REFUSAL);
    }

    @Singleton
    public static class Jobs {

        final CompletableFuture<String> refusals = new CompletableFuture<>();

        @Inject
        InjectedSessions sessions;

        @Scheduled(every = "24H")
        void job() {
            refusals.complete(sessions.refusals());
        }
    }

    @Singleton
    public static class Observers {

        volatile String refusals;

        @Inject
        InjectedSessions sessions;

        void observe(@ObservesAsync String event) {
            refusals = sessions.refusals();
        }
    }

    @io.quarkus.websockets.next.WebSocket(path = "/socket")
    public static class Socket {

        @Inject
        InjectedSessions sessions;

        @OnOpen
        String open() {
            return sessions.refusals();
        }
    }

    @Path("/threads")
    public static class Endpoints {

        @Inject
        UserSession session;

        @Inject
        InjectedSessions sessions;

        @Inject
        ManagedExecutor executor;

        static final CompletableFuture<Void> meanwhile = new CompletableFuture<>();
        static volatile CompletableFuture<String> outliving;

        @GET
        @Path("managed-executor")
        public CompletionStage<String> managedExecutor() {
            return executor.supplyAsync(() -> visit("managed-executor"));
        }

        @GET
        @Path("emit-on")
        public Uni<String> emitOn() {
            return Uni.createFrom().item("emit-on").emitOn(other()).map(this::visit);
        }

        @GET
        @Path("run-subscription-on")
        public Uni<String> runSubscriptionOn() {
            return Uni.createFrom().item(() -> visit("run-subscription-on")).runSubscriptionOn(other());
        }

        /** Starts work that waits for another request to be served on these threads. */
        @GET
        @Path("outlive")
        public String outlive() {
            outliving = executor.supplyAsync(() -> {
                meanwhile.join();
                return firstOtherThan("ada by managed-executor");
            });
            return session.get("name").orElse("nobody");
        }

        @GET
        @Path("meanwhile")
        public CompletionStage<String> meanwhile() {
            String name = session.get("name").orElse("nobody");
            meanwhile.complete(null);
            return outliving.thenApply(refusals -> refusals + " while bob's session says " + name);
        }

        @GET
        @Path("supply-async")
        public CompletionStage<String> supplyAsync() {
            return CompletableFuture.supplyAsync(sessions::refusals);
        }

        @GET
        @Path("thread")
        public String thread() throws InterruptedException {
            String[] refusals = new String[1];
            Thread thread = new Thread(() -> refusals[0] = sessions.refusals());
            thread.start();
            thread.join();
            return refusals[0];
        }

        private static ExecutorService other() {
            return Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "other");
                thread.setDaemon(true);
                return thread;
            });
        }

        /** The response has been sent, and somewhat later the request ends. */
        private String firstOtherThan(String name) {
            try {
                String found = name;
                while (found.equals(name)) {
                    found = session.get("name").orElse("nobody");
                }
                return "the session of " + found;
            } catch (IllegalStateException e) {
                return e.toString();
            }
        }

        private String visit(String way) {
            String name = session.get("name").orElse("nobody");
            session.set("name", "ada by " + way);
            return name;
        }
    }
}
