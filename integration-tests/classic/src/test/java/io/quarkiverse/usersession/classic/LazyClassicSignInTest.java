package io.quarkiverse.usersession.classic;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class LazyClassicSignInTest extends ClassicSignInTests {

    private static final String PREFIX = "/shop/api";

    @RegisterExtension
    static final QuarkusUnitTest APP = application(PREFIX)
            .overrideConfigKey("quarkus.http.auth.proactive", "false")
            .overrideConfigKey("quarkus.http.root-path", "/shop")
            .overrideConfigKey("quarkus.resteasy.path", "/api");

    LazyClassicSignInTest() {
        super(PREFIX);
    }
}
