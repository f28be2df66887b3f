package io.quarkiverse.usersession.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.testing.BoundBrowser;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Where users sign in, and what is for them, on virtual threads. */
@QuarkusTest
@TestProfile(BoundTest.Secure.class)
class BoundOnVirtualThreadsTest {

    @Test
    void aBoundSignInIsOfNoUseElsewhere() {
        BoundBrowser browser = new BoundBrowser();
        browser.send("POST", "/virtual/login", given());
        assertThat(browser.isRegistered()).isTrue();
        assertThat(browser.get("/virtual/user").asString()).isEqualTo("ada on a virtual thread");

        assertThat(given().header("Cookie", browser.cookiesWithoutProof()).get("/virtual/user").statusCode()).isEqualTo(401);
        assertThat(browser.dropProof().get("/virtual/user").asString()).isEqualTo("ada on a virtual thread");
    }

    @Path("/virtual")
    @RunOnVirtualThread
    public static class VirtualPages {

        @Inject
        UserSession session;

        @Inject
        SecurityIdentity identity;

        @POST
        @Path("login")
        public String signIn() {
            session.signIn("ada", Set.of());
            return "signed in";
        }

        @GET
        @Path("user")
        @Authenticated
        public String user() {
            return identity.getPrincipal().getName() + (Thread.currentThread().isVirtual() ? " on a virtual thread" : "");
        }
    }
}
