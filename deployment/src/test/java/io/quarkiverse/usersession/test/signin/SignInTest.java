package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;

class SignInTest extends SignInTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with()
            .setLogRecordPredicate(SignInApplication::isAboutLoginPage)
            .assertLogRecords(warnings -> assertThat(warnings).isEmpty());

    /** Every request is authenticated, and so the answer to each may depend on who is signed in. */
    @Test
    void S13_everyResponseVaries() {
        assertThat(Browser.vary(browser.get("/blocking/untouched"))).isEqualTo("Cookie");
        assertThat(setCookies(browser.get("/blocking/untouched"))).isEmpty();
    }
}
