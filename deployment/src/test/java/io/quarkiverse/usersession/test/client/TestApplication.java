package io.quarkiverse.usersession.test.client;

import io.quarkiverse.usersession.test.app.BlockingEndpoints;
import io.quarkus.test.QuarkusUnitTest;

/** An application with an endpoint of each kind. It writes all that it logs to a file, in which no secret may be found. */
public final class TestApplication {

    public static final String SECRET = "nQ7xVd2Kf9Lr4Tz8Wb1Ys6Hc3Jm5Pg0a";
    public static final String LOG_FILE = "target/trace.log";

    private TestApplication() {
    }

    public static QuarkusUnitTest withEndpoints() {
        return loggingEverything(new QuarkusUnitTest())
                .overrideRuntimeConfigKey("quarkus.user-session.secret", SECRET)
                .withApplicationRoot(jar -> jar
                        .addPackage(BlockingEndpoints.class.getPackage())
                        .addPackage(TestApplication.class.getPackage()));
    }

    public static QuarkusUnitTest loggingEverything(QuarkusUnitTest test) {
        return test.overrideConfigKey("quarkus.log.min-level", "TRACE")
                .overrideConfigKey("quarkus.log.level", "TRACE")
                .overrideConfigKey("quarkus.log.console.level", "WARN")
                // the HTTP client of the tests, which writes down all that it is sent
                .overrideConfigKey("quarkus.log.category.\"org.apache.http\".level", "INFO")
                .overrideConfigKey("quarkus.log.file.enabled", "true")
                .overrideConfigKey("quarkus.log.file.level", "TRACE")
                .overrideConfigKey("quarkus.log.file.rotation.max-file-size", "1G")
                .overrideConfigKey("quarkus.log.file.rotation.rotate-on-boot", "false")
                .overrideConfigKey("quarkus.log.file.path", LOG_FILE);
    }
}
