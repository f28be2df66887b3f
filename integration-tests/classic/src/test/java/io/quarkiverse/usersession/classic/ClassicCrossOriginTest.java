package io.quarkiverse.usersession.classic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

class ClassicCrossOriginTest {

    private static final AtomicInteger RUNS = new AtomicInteger();

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClass(Endpoints.class));

    private int runsBefore;

    @BeforeEach
    void count() {
        runsBefore = RUNS.get();
    }

    @Test
    void aRequestOfAnotherOriginWithASessionCookieReachesNoEndpoint() {
        assertThat(foreign().header("Cookie", "__session=x").post("/change").statusCode()).isEqualTo(403);
        assertThat(RUNS.get()).isEqualTo(runsBefore);
    }

    @Test
    void aRequestOfAnotherOriginWithoutASessionCookieBeginsNoSession() {
        Response response = foreign().post("/change");

        assertThat(RUNS.get()).isEqualTo(runsBefore + 1);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Browser.setCookies(response)).isEmpty();
        assertThat(response.asString()).isEmpty();
    }

    @Test
    void aRequestOfTheSameOriginChangesTheSession() {
        assertThat(Browser.setCookies(given().header("Sec-Fetch-Site", "same-origin").post("/change"))).hasSize(1);
        assertThat(Browser.setCookies(given().header("Cookie", "__session=x").post("/change"))).hasSize(1);
    }

    private static RequestSpecification foreign() {
        return given().header("Origin", "https://evil.test").header("Sec-Fetch-Site", "cross-site");
    }

    @Path("/change")
    public static class Endpoints {

        @Inject
        UserSession session;

        @POST
        public String change() {
            RUNS.incrementAndGet();
            session.set("user", "mallory");
            return "changed";
        }
    }
}
