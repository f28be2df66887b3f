package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;

class LazySignInTest extends SignInTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with()
            .overrideConfigKey("quarkus.http.auth.proactive", "false")
            .setLogRecordPredicate(SignInApplication::isAboutLoginPage)
            .assertLogRecords(warnings -> assertThat(warnings).isEmpty());

    @Test
    void aRequestThatNeedsNobodyDoesNotOpenTheSession() {
        browser.get("/sign-in?user=ada");

        assertThat(Browser.vary(browser.get("/blocking/untouched"))).isEmpty();
    }
}
