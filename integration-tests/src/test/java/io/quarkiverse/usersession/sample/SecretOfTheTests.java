package io.quarkiverse.usersession.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The secret that the integration tests start the packaged shop with. */
final class SecretOfTheTests {

    private SecretOfTheTests() {
    }

    static String read() {
        Properties properties = new Properties();
        try (InputStream file = SecretOfTheTests.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("quarkus.test.env.SESSION_SECRET");
    }
}
