package org.acme;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WelcomeResourceIT extends WelcomeResourceTest {
    // the same tests, with the packaged application
}
