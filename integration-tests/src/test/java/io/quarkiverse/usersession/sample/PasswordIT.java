package io.quarkiverse.usersession.sample;

import io.quarkiverse.usersession.testing.SessionCookies;
import io.quarkiverse.usersession.testing.TestSessions;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same in the packaged application. */
@QuarkusIntegrationTest
class PasswordIT extends PasswordTest {

    @Override
    SessionCookies sessions() {
        return TestSessions.withSecret(SecretOfTheTests.VALUE);
    }
}
