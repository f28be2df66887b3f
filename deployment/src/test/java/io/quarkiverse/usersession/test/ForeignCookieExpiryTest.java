package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.RemixCookies;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.specification.RequestSpecification;

/**
 * S21: over HTTPS, the default session is in a partition and takes over a cookie of its own name, in whatever partition that
 * is, and a named one takes over a cookie with a prefix.
 */
class ForeignCookieExpiryTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .withApplicationRoot(jar -> jar
                    .addPackage(TestClock.class.getPackage())
                    .addPackage(TestApplication.class.getPackage())
                    .addClass(ImportTest.Endpoints.class))
            .overrideRuntimeConfigKey("quarkus.http.proxy.proxy-address-forwarding", "true")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.same-site", "none")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.partitioned", "true")
            .overrideRuntimeConfigKey("quarkus.user-session.import.format", "remix")
            .overrideRuntimeConfigKey("quarkus.user-session.import.secrets", RemixCookies.SECRET)
            .overrideRuntimeConfigKey("quarkus.user-session.import.until", "2026-12-31")
            .overrideRuntimeConfigKey("quarkus.user-session.onboarding.cookie.same-site", "lax")
            .overrideRuntimeConfigKey("quarkus.user-session.onboarding.cookie.partitioned", "false")
            .overrideRuntimeConfigKey("quarkus.user-session.onboarding.import.format", "remix")
            .overrideRuntimeConfigKey("quarkus.user-session.onboarding.import.cookie-name", "__Host-old");

    private static final String GONE = "=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/; Secure; HttpOnly;"
            + " SameSite=";
    private static final String UNPARTITIONED_GONE = "__session" + GONE + "None";
    private static final String OURS = "__session=[\\w-]{40,}; Max-Age=\\d+; Path=/; Secure; HttpOnly; SameSite=None; Partitioned";

    @Test
    void theUnpartitionedCookieOfTheSameNameGoesAndOursStays() {
        List<String> cookies = setCookies(https("__session=" + foreign()).get("/import/read"));

        assertThat(cookies).hasSize(2);
        assertThat(cookies.get(0)).isEqualTo(UNPARTITIONED_GONE);
        assertThat(cookies.get(1)).matches(OURS);
    }

    @Test
    void aCookieThatTheApplicationHasWrittenComesLastToo() {
        assertThat(setCookies(https("__session=" + foreign()).get("/import/destroy-by-hand"))).containsExactly(
                UNPARTITIONED_GONE, UNPARTITIONED_GONE + "; Partitioned");
    }

    @Test
    void signingOutExpiresBoth() {
        assertThat(setCookies(https("a=b").get("/import/destroy"))).containsExactly(UNPARTITIONED_GONE,
                UNPARTITIONED_GONE + "; Partitioned");
    }

    @Test
    void aCookieOfAnotherNameIsExpiredInEachPartition() {
        List<String> cookies = setCookies(https("__Host-old=" + foreign()).get("/import/onboarding"));

        assertThat(cookies).hasSize(3);
        assertThat(cookies.subList(0, 2)).containsExactly("__Host-old" + GONE + "None",
                "__Host-old" + GONE + "None; Partitioned");
        assertThat(cookies.get(2)).startsWith("__onboarding=");
    }

    @Test
    void aCookieWithAPrefixIsExpiredWithSecureOverHttpToo() {
        List<String> cookies = setCookies(given().header("Cookie", "__Host-old=" + foreign()).get("/import/onboarding"));

        assertThat(cookies).hasSize(2);
        assertThat(cookies.get(0)).isEqualTo("__Host-old" + GONE + "Lax");
        assertThat(cookies.get(1)).startsWith("__onboarding=").doesNotContain("Secure");
    }

    private static RequestSpecification https(String cookies) {
        return given().header("X-Forwarded-Proto", "https").header("Cookie", cookies);
    }

    private static String foreign() {
        return RemixCookies.signed("{\"user\":\"ada\"}");
    }
}
