package io.quarkiverse.usersession.sample;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same behaviour in the packaged application, jar or native executable, in production mode. */
@QuarkusIntegrationTest
class ShopIT extends ShopTest {
}
