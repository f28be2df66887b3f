package io.quarkiverse.usersession.sample;

import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same behaviour in the packaged application, jar or native executable, in production mode. */
@QuarkusIntegrationTest
class ShopIT extends ShopTest {

    @Override
    SessionCookies sessions() {
        return TestSessions.withSecret(SecretOfTheTests.VALUE);
    }
}
