package io.quarkiverse.usersession.classic;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class ClassicSignInTest extends ClassicSignInTests {

    private static final String PREFIX = "";

    @RegisterExtension
    static final QuarkusUnitTest APP = application(PREFIX);

    ClassicSignInTest() {
        super(PREFIX);
    }
}
