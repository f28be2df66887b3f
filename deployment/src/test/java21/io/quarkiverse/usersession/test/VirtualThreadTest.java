package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.test.client.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SessionCommittedException;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.Browser;
import io.quarkiverse.usersession.test.client.RawConnection;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The same as in the other kinds of handlers, in those that run on a virtual thread. */
class VirtualThreadTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .withApplicationRoot(jar -> jar
                    .addPackage(TestClock.class.getPackage())
                    .addPackage(TestApplication.class.getPackage())
                    .addClass(VirtualThreadEndpoints.class));

    @Inject
    TestClock clock;

    private Browser browser;

    @BeforeEach
    void openABrowser() {
        browser = new Browser();
    }

    @AfterEach
    void repairTheClock() {
        clock.reset();
    }

    @Test
    void whatOneRequestSetsTheNextOneReads() {
        assertThat(setCookies(browser.get("/virtual/set?value=ada"))).hasSize(1);

        Response read = browser.get("/virtual/get");

        assertThat(read.asString()).isEqualTo("ada on a virtual thread");
        assertThat(setCookies(read)).isEmpty();
    }

    @Test
    void S23_aChangeIsCommittedWithA422() {
        Response refused = browser.get("/virtual/set-422?value=ada");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(browser.get("/virtual/get").asString()).startsWith("ada");
    }

    @Test
    void S23_aChangeIsCommittedWhenTheHandlerThrows() {
        Response failed = browser.get("/virtual/set-throw?value=ada");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(browser.get("/virtual/get").asString()).startsWith("ada");
    }

    @Test
    void aWriteBehindTheFirstByteThrowsAndAReadDoesNot() {
        Response late = browser.get("/virtual/late?value=ada");

        assertThat(late.asString()).contains("can't set 'late'", "/virtual/late", " - ada");
    }

    @Test
    void S23_aCommitThatFailsIsA500AndNeverAHangingClient() throws IOException {
        browser.get("/virtual/set?value=ada");
        try (RawConnection connection = new RawConnection(RestAssured.port)) {
            clock.breakAfter(1);

            RawConnection.Answer answer = connection.get("/virtual/set?value=grace", "__session=" + browser.cookie());

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.values("Set-Cookie")).isEmpty();
        }
    }

    @Path("/virtual")
    @RunOnVirtualThread
    public static class VirtualThreadEndpoints {

        @Inject
        UserSession session;

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
                String text;
                try {
                    session.set("late", "written-too-late");
                    text = "written";
                } catch (SessionCommittedException e) {
                    text = e.getMessage() + " - " + session.get("user").orElse("nobody");
                }
                output.write(text.getBytes(StandardCharsets.UTF_8));
            };
        }
    }
}
