package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** A store that answers the questions of several requests in the context of one of them. */
class LateVerdictTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication
            .with(TogetherStore.class, Validator.class, LatePages.class)
            .overrideConfigKey("quarkus.http.auth.proactive", "false")
            // the questions have to arrive together
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.store.timeout", "30S");

    @Inject
    TestClock clock;

    @Inject
    TogetherStore store;

    @ParameterizedTest
    @ValueSource(strings = { "/late/blocking-uni", "/late/blocking", "/late/uni", "/late/identity" })
    void S13_theValidatorSeesTheRequestThatItIsAskedAbout(String path) {
        Map<String, CompletableFuture<Response>> answers = new ConcurrentHashMap<>();
        Map<String, Browser> users = new ConcurrentHashMap<>();
        for (String user : List.of("ada", "bob", "eve")) {
            Browser browser = new Browser();
            browser.get("/blocking/set?value=" + user);
            browser.get("/sign-in?user=" + user);
            users.put(user, browser);
        }
        clock.advance(Duration.ofMinutes(1)); // beyond the cache
        store.answerTogether(users.size());

        users.forEach((user, browser) -> answers.put(user,
                CompletableFuture.supplyAsync(() -> browser.get(path + "?who=" + user), task -> new Thread(task).start())));

        for (String user : users.keySet()) {
            assertThat(answers.get(user).join().asString()).as(Validator.SEEN.toString()).isEqualTo(user + " " + user);
            assertThat(Validator.SEEN.get(user)).isEqualTo("who=" + user);
        }
    }

    @ApplicationScoped
    public static class TogetherStore implements SignInStore {

        private final List<UniEmitter<? super Boolean>> waiting = new ArrayList<>();
        private int together = 1;
        private Context first;
        static final Map<String, Context> CONTEXTS = new ConcurrentHashMap<>();

        synchronized void answerTogether(int number) {
            together = number;
            first = null;
        }

        @Override
        public Uni<Boolean> check(SignInCheck check) {
            CONTEXTS.put(check.principal(), Vertx.currentContext());
            return Uni.createFrom().<Boolean> emitter(emitter -> ask(emitter));
        }

        private synchronized void ask(UniEmitter<? super Boolean> emitter) {
            if (together == 1) {
                emitter.complete(true); // at once: the next request would not ask while that of the sign-in waits
                return;
            }
            waiting.add(emitter);
            if (first == null) {
                first = Vertx.currentContext();
            }
            if (waiting.size() == together) {
                together = 1;
                List<UniEmitter<? super Boolean>> all = List.copyOf(waiting);
                waiting.clear();
                first.runOnContext(ignored -> all.forEach(each -> each.complete(true)));
            }
        }

        @Override
        public Uni<List<SignIn>> list(String principal) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<Void> end(String principal, String id) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> endAll(String principal, Instant before, Optional<String> exceptId) {
            return Uni.createFrom().voidItem();
        }
    }

    @ApplicationScoped
    public static class Validator implements SignInValidator {

        static final Map<String, String> SEEN = new ConcurrentHashMap<>();

        @Inject
        Instance<RoutingContext> current;

        @Override
        public Uni<Boolean> isSignedIn(String principal, String sessionId, Instant signedInAt) {
            Context context = Vertx.currentContext();
            boolean own = context == null || context == TogetherStore.CONTEXTS.get(principal);
            SEEN.put(principal, current.get().request().query() + (own ? "" : " in the context of another"));
            return Uni.createFrom().item(true);
        }
    }

    @Path("/late")
    public static class LatePages {

        @Inject
        UserSession session;

        @Inject
        SecurityIdentity identity;

        @Inject
        io.quarkus.security.identity.CurrentIdentityAssociation association;

        @GET
        @Path("blocking-uni")
        @Blocking
        @Authenticated
        public Uni<String> blockingUni() {
            return Uni.createFrom().item(this::seen);
        }

        @GET
        @Path("blocking")
        @Authenticated
        public String blocking() {
            return seen();
        }

        @GET
        @Path("uni")
        @Authenticated
        public Uni<String> uni() {
            return Uni.createFrom().item(this::seen);
        }

        @GET
        @Path("identity")
        @Blocking
        public Uni<String> identity() {
            return association.getDeferredIdentity()
                    .map(deferred -> deferred.getPrincipal().getName() + " "
                            + session.get("user").orElse("nothing").substring(0, 3));
        }

        private String seen() {
            return identity.getPrincipal().getName() + " " + session.get("user").orElse("nothing").substring(0, 3);
        }
    }
}
