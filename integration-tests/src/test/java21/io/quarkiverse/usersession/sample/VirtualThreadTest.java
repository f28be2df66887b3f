package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.quarkiverse.usersession.testsupport.Browser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;

/** What the extension's own tests show for other kinds of handlers, on virtual threads. */
@QuarkusTest
class VirtualThreadTest {

    @Inject
    BreakableClock clock;

    private final Browser browser = new Browser();

    @AfterEach
    void repairTheClock() {
        clock.repair();
    }

    @Test
    void whatOneRequestSetsTheNextOneReads() {
        assertThat(browser.get("/virtual/set?value=ada").getHeader("Set-Cookie")).startsWith("__session=");

        Response read = browser.get("/virtual/get");

        assertThat(read.asString()).isEqualTo("ada on a virtual thread");
        assertThat(read.getHeader("Set-Cookie")).isNull();
        assertThat(read.getHeader("Vary")).isEqualTo("Cookie");
    }

    @Test
    void S23_aChangeIsCommittedWithA422() {
        assertThat(browser.get("/virtual/set-422?value=ada").statusCode()).isEqualTo(422);

        assertThat(browser.get("/virtual/get").asString()).startsWith("ada");
    }

    @Test
    void S23_aChangeIsCommittedWhenTheHandlerThrows() {
        assertThat(browser.get("/virtual/set-throw?value=ada").statusCode()).isEqualTo(500);

        assertThat(browser.get("/virtual/get").asString()).startsWith("ada");
    }

    @Test
    void aWriteBehindTheFirstByteThrowsAndAReadDoesNot() {
        Response late = browser.get("/virtual/late?value=ada");

        assertThat(late.asString()).contains("can't set 'late'", "/virtual/late", " - ada");
        assertThat(browser.get("/virtual/get").asString()).startsWith("ada");
    }

    @Test
    void S23_aCommitThatFailsIsA500AndNeverAHangingClient() {
        browser.get("/virtual/set?value=ada");
        clock.breakAfter(1);

        Response failed = browser.get("/virtual/set?value=grace");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void aTypedValueIsSetAndRead() {
        browser.get("/virtual/buy");
        browser.get("/virtual/buy");

        assertThat(browser.get("/virtual/bought").asString()).isEqualTo("2");
    }

    @Test
    void whoSignsInIsTheUserOfTheNextRequest() {
        assertThat(browser.get("/virtual/for-admins").statusCode()).isEqualTo(401);
        assertThat(browser.navigate("/virtual/for-admins").getHeader("Location")).isEqualTo("/sign-in");

        assertThat(browser.get("/virtual/sign-in").asString())
                .isEqualTo("http://localhost:" + RestAssured.port + "/virtual/for-admins");

        assertThat(browser.get("/virtual/for-admins").asString()).isEqualTo("ada on a virtual thread");
        browser.get("/virtual/sign-out");
        assertThat(browser.get("/virtual/for-admins").statusCode()).isEqualTo(401);
    }

    @Test
    void whoHasSignedInTooLongAgoSignsInAgainAndComesBack() {
        browser.get("/virtual/sign-in");
        assertThat(browser.get("/virtual/recent").asString()).isEqualTo("ada on a virtual thread");
        clock.advance(Duration.ofMinutes(11));

        assertThat(browser.get("/virtual/recent").statusCode()).isEqualTo(401);
        assertThat(browser.navigate("/virtual/recent").getHeader("Location")).isEqualTo("/sign-in");

        assertThat(browser.get("/virtual/sign-in").asString()).endsWith("/virtual/recent");
        assertThat(browser.get("/virtual/recent").asString()).isEqualTo("ada on a virtual thread");
    }

    @Test
    void whatFailsBehindARecentSignInIsAnsweredAsWithoutIt() {
        assertThat(browser.get("/virtual/recent-422").statusCode()).isEqualTo(401);
        browser.get("/virtual/sign-in");

        assertThat(browser.get("/virtual/recent-422").statusCode()).isEqualTo(422);

        clock.advance(Duration.ofMinutes(11));
        assertThat(browser.get("/virtual/recent-422").statusCode()).isEqualTo(401);
    }

    @Test
    void aUniBehindARecentSignInIsMadeOnTheVirtualThread() {
        assertThat(browser.get("/virtual/recent-uni").statusCode()).isEqualTo(401);
        browser.get("/virtual/sign-in");

        assertThat(browser.get("/virtual/recent-uni").asString()).isEqualTo("ada on a virtual thread");
    }

    @ApplicationScoped
    public static class BreakableClock implements InstantSource {

        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("the clock is broken");
            }
            return Instant.now().plus(ahead);
        }

        public void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        /** It tells the time so many times more. */
        public void breakAfter(int times) {
            left.set(times);
        }

        public void repair() {
            left.set(Integer.MAX_VALUE);
            ahead = Duration.ZERO;
        }
    }

    @Path("/virtual")
    @RunOnVirtualThread
    public static class VirtualThreadEndpoints {

        @Inject
        UserSession session;

        @Inject
        @SessionKey("cart")
        SessionValue<Cart> cart;

        @Inject
        SecurityIdentity identity;

        @GET
        @Path("buy")
        public void buy() {
            cart.set(cart.get().orElse(Cart.EMPTY).add(Catalog.PRODUCTS.get(0)));
        }

        @GET
        @Path("bought")
        public int bought() {
            return cart.get().orElseThrow().products();
        }

        @GET
        @Path("sign-in")
        public String signIn() {
            session.signIn("ada", Set.of("admin"));
            return session.takeWantedLocation().map(URI::toString).orElse("nowhere");
        }

        @GET
        @Path("sign-out")
        public void signOut() {
            session.signOut();
        }

        @GET
        @Path("for-admins")
        @RolesAllowed("admin")
        public String forAdmins() {
            return identity.getPrincipal().getName() + " on a " + (Thread.currentThread().isVirtual() ? "virtual" : "platform")
                    + " thread";
        }

        @GET
        @Path("recent")
        @RecentSignIn("10M")
        public String recent() {
            return forAdmins();
        }

        @GET
        @Path("recent-422")
        @RecentSignIn("10M")
        public String recentThenRefuse() {
            throw new WebApplicationException(422);
        }

        @GET
        @Path("recent-uni")
        @RecentSignIn("10M")
        public Uni<String> recentUni() {
            return Uni.createFrom().item(forAdmins());
        }

        @GET
        @Path("set")
        public String set(@RestQuery String value) {
            session.set("user", value);
            return "set";
        }

        @GET
        @Path("get")
        public String get() {
            return session.get("user").orElse("nobody") + " on a " + (Thread.currentThread().isVirtual() ? "virtual" : "platform")
                    + " thread";
        }

        @GET
        @Path("set-422")
        public String setThenRefuse(@RestQuery String value) {
            session.set("user", value);
            throw new WebApplicationException(422);
        }

        @GET
        @Path("set-throw")
        public String setThenThrow(@RestQuery String value) {
            session.set("user", value);
            throw new IllegalStateException("thrown by the endpoint");
        }

        @GET
        @Path("late")
        public StreamingOutput late(@RestQuery String value) {
            session.set("user", value);
            return output -> {
                output.write("first\n".getBytes(StandardCharsets.UTF_8));
                output.flush();
                output.write(setAfterTheHeaders().getBytes(StandardCharsets.UTF_8));
            };
        }

        private String setAfterTheHeaders() {
            try {
                session.set("late", "written-too-late");
                return "written";
            } catch (SessionCommittedException e) {
                return e.getMessage() + " - " + session.get("user").orElse("nobody");
            }
        }
    }
}
