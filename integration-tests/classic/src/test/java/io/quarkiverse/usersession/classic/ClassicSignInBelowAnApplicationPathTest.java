package io.quarkiverse.usersession.classic;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class ClassicSignInBelowAnApplicationPathTest extends ClassicSignInTests {

    private static final String PREFIX = "/shop/api";

    @RegisterExtension
    static final QuarkusUnitTest APP = application(PREFIX, Api.class)
            .overrideConfigKey("quarkus.http.root-path", "/shop");

    ClassicSignInBelowAnApplicationPathTest() {
        super(PREFIX);
    }

    @ApplicationPath("/api")
    public static class Api extends Application {
    }
}
