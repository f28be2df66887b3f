package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;

class LazySignInStoreTest extends SignInStoreTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = application().overrideConfigKey("quarkus.http.auth.proactive", "false");

    /** Otherwise a copy would live on public pages until the store has forgotten that it was ended. */
    @Test
    void S37_pagesThatAuthenticateNobodyProlongNoSignIn() {
        Browser poller = new Browser().with(browser.cookie());
        for (int minutes = 0; minutes < 28; minutes += 7) {
            clock.advance(Duration.ofMinutes(7));
            assertThat(setCookies(poller.get("/blocking/get"))).isEmpty();
            assertThat(setCookies(poller.get("/blocking/set?value=" + minutes)).get(0))
                    .contains("Max-Age=" + (30 - minutes - 7) * 60 + ";");
        }
        clock.advance(Duration.ofMinutes(2));

        assertThat(poller.get("/blocking/get").asString()).isEqualTo("nobody");
        assertThat(poller.get("/for-users").statusCode()).isEqualTo(401);
    }
}
