package io.quarkiverse.usersession.test.signin;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class LazyRecentSignInTest extends RecentSignInTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = application().overrideConfigKey("quarkus.http.auth.proactive", "false");
}
