package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.RemixCookies;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;
import io.vertx.ext.web.RoutingContext;

/** The default session takes over a Remix cookie of another name, and a named one a Remix cookie of its own name. */
class ImportTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .withApplicationRoot(jar -> jar
                    .addPackage(TestClock.class.getPackage())
                    .addPackage(TestApplication.class.getPackage())
                    .addClass(Endpoints.class))
            .overrideRuntimeConfigKey("quarkus.user-session.import.format", "remix")
            .overrideRuntimeConfigKey("quarkus.user-session.import.secrets", "other-secret," + RemixCookies.SECRET)
            .overrideRuntimeConfigKey("quarkus.user-session.import.until", "2026-12-31")
            .overrideRuntimeConfigKey("quarkus.user-session.import.cookie-name", "old")
            .overrideRuntimeConfigKey("quarkus.user-session.import.keys.\"auth_user\"", "user")
            .overrideRuntimeConfigKey("quarkus.user-session.onboarding.import.format", "remix");

    private static final String OLD_EXPIRED = "old=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; HttpOnly;"
            + " SameSite=Lax";

    @Inject
    TestClock clock;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aForeignCookieIsOurSessionAndOurCookieInTheSameResponse() {
        Response response = read("old=" + RemixCookies.signed("{\"auth_user\":{\"userId\":\"ada\"},\"n\":1}"));

        assertThat(response.asString()).isEqualTo("{n=1, user={userId=ada}} new:false");
        assertThat(setCookies(response)).hasSize(2)
                .anyMatch(cookie -> cookie.matches("__session=[\\w-]+; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax"))
                .contains(OLD_EXPIRED);
        Response next = read(cookies(response).get(0));
        assertThat(next.asString()).isEqualTo("{n=1, user={userId=ada}} new:false");
        assertThat(setCookies(next)).isEmpty();
    }

    @Test
    void aFlashValueOfRemixIsAFlashValue() {
        String cookie = "old=" + RemixCookies.signed("{\"__flash_toast__\":\"Saved\",\"a\":1}");
        Response flashed = given().header("Cookie", cookie).get("/import/flash");

        assertThat(flashed.asString()).isEqualTo("Saved");
        assertThat(read(cookies(flashed).get(0)).asString()).isEqualTo("{a=1} new:false");
    }

    @Test
    void whatWasImportedTwiceNeverTakesThePlaceOfOurs() {
        String old = "old=" + RemixCookies.signed("{\"auth_user\":\"old\"}");
        String ours = cookies(given().header("Cookie", old).get("/import/set?value=newer")).get(0);

        for (String both : List.of(old + "; " + ours, ours + "; " + old)) {
            Response response = read(both);
            assertThat(response.asString()).isEqualTo("{user=newer} new:false");
            assertThat(setCookies(response)).isEmpty();
        }
    }

    @Test
    void aLogoutExpiresBothCookies() {
        String old = "old=" + RemixCookies.signed("{\"auth_user\":\"ada\"}");
        String ours = cookies(read(old)).get(0);

        for (String cookies : List.of(old, ours, ours + "; " + old, "a=b")) {
            assertThat(setCookies(given().header("Cookie", cookies).get("/import/destroy"))).as(cookies)
                    .containsExactlyInAnyOrder(
                            OLD_EXPIRED.replace("old=", "__session="), OLD_EXPIRED);
        }
    }

    @Test
    void aLogoutByHandExpiresBothCookiesToo() {
        String old = "old=" + RemixCookies.signed("{\"auth_user\":\"ada\"}");

        assertThat(setCookies(given().header("Cookie", old).get("/import/destroy-by-hand"))).containsExactlyInAnyOrder(
                OLD_EXPIRED.replace("old=", "__session="), OLD_EXPIRED);
    }

    @Test
    void anEmptyForeignSessionIsAnEmptySessionAndItsCookieGoes() {
        Response response = read("old=" + RemixCookies.signed("{}"));

        assertThat(response.asString()).isEqualTo("{} new:true");
        assertThat(setCookies(response)).contains(OLD_EXPIRED).noneMatch(cookie -> cookie.startsWith("__session=A"));
    }

    @Test
    void aForeignCookieWithoutAValidSignatureIsLeftToItsOwner() {
        String valid = RemixCookies.signed("{\"auth_user\":\"ada\"}");
        for (String cookie : List.of(RemixCookies.signed("guessed", "{\"auth_user\":\"ada\"}"), "eyJhIjoxfQ==",
                valid.substring(1), valid + "A", "eyJhIjoxfQ==.")) {
            Response response = read("old=" + cookie);

            assertThat(response.asString()).isEqualTo("{} new:true");
            assertThat(setCookies(response)).isEmpty();
        }
    }

    @Test
    void aForeignCookieUnderTheNameOfAnotherSessionIsNotImported() {
        // the default session imports from "old" only
        Response response = read("__session=" + RemixCookies.signed("{\"auth_user\":\"ada\"}"));

        assertThat(response.asString()).isEqualTo("{} new:true");
    }

    @Test
    void aNamedSessionImportsFromTheCookieOfItsOwnNameAndReplacesIt() {
        Response response = given().header("Cookie", "__onboarding=" + RemixCookies.signed("{\"step\":3}"))
                .get("/import/onboarding");

        assertThat(response.asString()).isEqualTo("{step=3}");
        assertThat(setCookies(response)).singleElement().asString().startsWith("__onboarding=A");
    }

    @Test
    void anUntouchedSessionImportsNothing() {
        Response response = given().header("Cookie", "old=" + RemixCookies.signed("{\"auth_user\":\"ada\"}"))
                .get("/blocking/untouched");

        assertThat(setCookies(response)).isEmpty();
    }

    @Test
    void nothingIsImportedAfterTheLastDay() {
        String old = "old=" + RemixCookies.signed("{\"auth_user\":\"ada\"}");
        clock.advance(Duration.ofDays(365).minusSeconds(1));
        assertThat(read(old).asString()).isEqualTo("{user=ada} new:false");

        clock.advance(Duration.ofSeconds(1));

        assertThat(read(old).asString()).isEqualTo("{} new:true");
    }

    private static Response read(String cookies) {
        return given().header("Cookie", cookies).get("/import/read");
    }

    /** Those that are set and not expired. */
    private static List<String> cookies(Response response) {
        return setCookies(response).stream().filter(cookie -> !cookie.contains("; Max-Age=0;"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';'))).toList();
    }

    @Path("/import")
    public static class Endpoints {

        @Inject
        UserSession session;

        @Inject
        @SessionName("onboarding")
        UserSession onboarding;

        @Inject
        SessionStorage storage;

        @GET
        @Path("read")
        public String read() {
            return session.data() + " new:" + session.isNew();
        }

        @GET
        @Path("flash")
        public String flash() {
            return session.get("toast").orElse("none");
        }

        @GET
        @Path("set")
        public String set() {
            session.set("user", "newer");
            return "set";
        }

        @GET
        @Path("destroy")
        public String destroy() {
            session.destroy();
            return "destroyed";
        }

        @GET
        @Path("destroy-by-hand")
        public jakarta.ws.rs.core.Response destroyByHand(RoutingContext rc) {
            return jakarta.ws.rs.core.Response.ok("destroyed").header("Set-Cookie", storage.destroySession(session, rc))
                    .build();
        }

        @GET
        @Path("onboarding")
        public String onboarding() {
            return onboarding.data().toString();
        }
    }
}
