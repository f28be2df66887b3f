package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.quarkiverse.usersession.testsupport.Browser.vary;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** A cookie for an application that is embedded in pages of other sites. */
class CookieAttributesTest {

    private static final String ATTRIBUTES = "; Path=/blocking; Domain=shop.org; Secure; SameSite=None; Partitioned";

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.withEndpoints()
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.name", "shop")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.path", "/blocking")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.domain", "shop.org")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.same-site", "none")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.http-only", "false")
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.partitioned", "true")
            .overrideRuntimeConfigKey("quarkus.user-session.cache-headers", "false")
            // Quarkus rewrites SameSite of the cookies that it manages; ours is set by its own configuration only
            .overrideConfigKey("quarkus.http.same-site-cookie.shop.value", "strict");

    @Test
    void S20_S21_theCookieHasItsConfiguredAttributesFromFirstToLast() {
        Browser browser = new Browser("shop");

        Response set = browser.get("/blocking/set?value=ada");
        assertThat(setCookies(set)).singleElement().asString().matches("shop=[\\w-]+; Max-Age=31536000" + ATTRIBUTES);
        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");

        Response destroyed = browser.get("/blocking/destroy");
        assertThat(setCookies(destroyed))
                .containsExactly("shop=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT" + ATTRIBUTES);
    }

    @Test
    void cacheHeadersCanBeTurnedOff() {
        Response set = new Browser("shop").get("/blocking/set?value=ada");

        assertThat(vary(set)).doesNotContain("Cookie");
        assertThat(set.getHeader("Cache-Control")).isNull();
    }
}
