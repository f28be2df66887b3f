package io.quarkiverse.usersession.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkiverse.usersession.testing.TestSessions;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Sessions of the code that a page shows beside ours, taken over with the properties that it shows below. */
abstract class ForeignBlocksTest {

    private final ForeignBlocks blocks;

    ForeignBlocksTest(ForeignBlocks blocks) {
        this.blocks = blocks;
    }

    @Test
    void allBlocksHaveRunAsTheyAreNow() {
        assertThat(blocks.whatRan()).as("what docs/foreign/run has run: run it again").isEqualTo(blocks.shown());
        assertThat(blocks.results()).containsOnlyKeys(blocks.tags().toArray());
    }

    @Test
    void whoSignedInThereIsSignedInHere() {
        Response response = request("login").get("/side-by-side");

        assertThat(blocks.result("read")).isEqualTo("u1");
        assertThat(response.asString()).contains("u1");
        assertThat(TestSessions.open(response).data()).isEqualTo(Map.of("userID", "u1"));
    }

    @Test
    void theLifetimeIsTheSameOnBothSides() {
        String ours = request("max-age").post("/side-by-side/max-age").header("Set-Cookie");

        assertThat(ours).contains("; Max-Age=28800;");
        assertThat(blocks.result("max-age")).contains("; Max-Age=28800;");
    }

    @Test
    void aSignOutRemovesTheCookieOnBothSides() {
        String ours = request("login").post("/side-by-side/logout").header("Set-Cookie");

        assertThat(ours).startsWith("__session=").contains("; Expires=Thu, 01 Jan 1970 ");
        assertThat(blocks.result("logout")).startsWith("__session=").contains("; Expires=Thu, 01 Jan 1970 ");
    }

    @Test
    void anotherSessionIsANamedOneHere() {
        Response response = request("named").post("/onboarding/2");

        assertThat(TestSessions.named("onboarding").open(response).data()).isEqualTo(Map.of("invitedBy", "u2", "step", 2));
    }

    /** The session with the flash value that a block has set. */
    OpenedSession flashing() {
        return TestSessions.open(request("flash").get("/side-by-side"));
    }

    /** From a browser with the cookie that a block has set. */
    private RequestSpecification request(String tag) {
        String setCookie = blocks.result(tag);
        return given().header("Cookie", setCookie.substring(0, setCookie.indexOf(';')));
    }
}
