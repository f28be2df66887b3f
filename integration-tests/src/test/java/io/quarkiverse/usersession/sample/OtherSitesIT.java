package io.quarkiverse.usersession.sample;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same in the packaged application. */
@QuarkusIntegrationTest
class OtherSitesIT extends OtherSitesTest {
}
