package io.quarkiverse.usersession.test.bound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

class BoundSignInTest extends BoundTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = BoundApplication.with(TestApplication.loggingEverything(new QuarkusUnitTest()));

    @Test
    void onPublicPagesAStolenCookieIsNobodys() {
        bind();
        String stolen = browser.cookiesWithoutProof();
        browser.get("/visit");

        assertThat(given().header("Cookie", stolen).get("/open").asString()).isEqualTo("nobody");
        assertThat(given().header("Cookie", browser.cookiesWithoutProof()).get("/visit").asString()).isEqualTo("nobody 1");
        assertThat(browser.get("/visit").asString()).isEqualTo("ada 2");
    }

    @Test
    void aPublicPageMakesTheBrowserComeAgainToo() {
        bind();
        String next = next(navigate("/open", browser.cookiesWithoutProof()));

        assertThat(navigate("/open" + next, browser.cookiesWithoutProof()).asString()).isEqualTo("nobody");
        assertThat(navigate("/open" + next, browser.cookies()).statusCode()).isEqualTo(302);
        assertThat(navigate("/open", browser.cookies()).asString()).isEqualTo("ada");
    }

    @Test
    void nothingIsSetOverASessionThatTheNextRequestMayProve() {
        bind();
        String cookies = browser.cookiesWithoutProof();

        Response skipped = given().header("Cookie", cookies).header("Secure-Session-Skipped", "unreachable").get("/visit");
        Response fromElsewhere = given().header("Cookie", cookies).header("Sec-Fetch-Site", "same-site").get("/visit");
        Response prefetched = given().header("Cookie", cookies).header("Sec-Fetch-Site", "none")
                .header("Sec-Purpose", "prefetch")
                .header("Sec-Fetch-Mode", "navigate").header("Sec-Fetch-Dest", "document").get("/visit");
        Response signedIn = given().header("Cookie", cookies).header("Secure-Session-Skipped", "unreachable")
                .post("/sign-in?user=eve");

        for (Response each : new Response[] { skipped, fromElsewhere, prefetched }) {
            assertThat(each.asString()).isEqualTo("nobody 1");
            assertThat(each.headers().getValues("Set-Cookie")).isEmpty();
        }
        assertThat(signedIn.headers().getValues("Set-Cookie")).singleElement().asString().startsWith("__session=");
    }

    @Test
    void aSignOutNeedsNoProof() {
        bind();

        Response signedOut = given().header("Cookie", browser.cookiesWithoutProof())
                .header("Secure-Session-Skipped", "quota_exceeded").post("/sign-out");

        assertThat(signedOut.headers().getValues("Set-Cookie")).singleElement().asString()
                .startsWith("__session=; Max-Age=0");
    }
}
