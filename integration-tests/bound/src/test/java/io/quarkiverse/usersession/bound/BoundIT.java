package io.quarkiverse.usersession.bound;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same with the packaged application, or the native executable. */
@QuarkusIntegrationTest
class BoundIT extends BoundTest {
}
