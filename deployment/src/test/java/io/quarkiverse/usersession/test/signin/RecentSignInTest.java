package io.quarkiverse.usersession.test.signin;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class RecentSignInTest extends RecentSignInTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = application();
}
