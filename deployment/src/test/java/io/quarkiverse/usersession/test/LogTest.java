package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.test.app.BlockingEndpoints;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;

/** What is logged, and with the secret that test mode brings: no test application sets one here. */
class LogTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.loggingEverything(new QuarkusUnitTest())
            .withApplicationRoot(jar -> jar
                    .addPackage(BlockingEndpoints.class.getPackage())
                    .addPackage(TestApplication.class.getPackage()))
            .setLogRecordPredicate(record -> true)
            .assertLogRecords(LogTest::check);

    private static final String SECRET_PROPERTY = LogTest.class.getName() + ".secret";

    private static void check(List<LogRecord> records) {
        PatternFormatter formatter = new PatternFormatter("%p %c %s%e");
        List<String> lines = records.stream().map(formatter::format).toList();
        String secret = System.clearProperty(SECRET_PROPERTY);
        assertThat(secret).hasSize(64);
        String ofTheMachine = contentOf(
                Path.of(System.getProperty("user.home"), ".quarkus", "user-session", "development-secret").toFile());
        assertThat(ofTheMachine).hasSize(64);
        assertThat(lines).noneMatch(line -> line.contains(secret) || line.contains(ofTheMachine)
                || line.contains("-s3ssion-marker"));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("DEBUG") && line.contains("Session 'default': cookie outcome valid"))
                .anyMatch(line -> line.startsWith("DEBUG") && line.contains("Session 'default': cookie outcome damaged"))
                .anyMatch(line -> line.startsWith("DEBUG")
                        && line.contains("of several in the request, 1 were tried and 1 were refused"))
                .anyMatch(line -> line.startsWith("DEBUG") && line.contains("Session 'default': commit set"));
        assertThat(records.stream().filter(record -> record.getLevel().intValue() >= Level.WARNING.intValue())
                .filter(record -> !record.getLoggerName().contains("BlockedThreadChecker")) // as the machine may be busy
                .map(formatter::format))
                .satisfiesExactly(
                        lost -> assertThat(lost).startsWith("ERROR").contains(
                                "Session 'default': changes made by GET /route/set-replacing-handler were lost",
                                "response().headersEndHandler(...)", "RoutingContext.addHeadersEndHandler(...)"),
                        replaced -> assertThat(replaced).startsWith("WARN").contains(
                                "the response to GET /route/get-replacing-handler depends on the session and has no Vary: Cookie",
                                "response().headersEndHandler(...)", "RoutingContext.addHeadersEndHandler(...)"),
                        late -> assertThat(late).startsWith("WARN").contains(
                                "the response to GET /stream/late-first-use depends on the session and has no Vary: Cookie",
                                "first used after the headers had been sent"));
    }

    @Test
    void everyUseOfTheSessionIsLoggedWithoutItsData() {
        System.setProperty(SECRET_PROPERTY, ConfigProvider.getConfig().getValue("SESSION_SECRET", String.class));
        Browser browser = new Browser();

        browser.get("/blocking/set?value=ada");
        browser.get("/blocking/get");
        new Browser().with(browser.cookie() + "=; __session=" + browser.cookie()).get("/blocking/get");
        browser.get("/route/set-replacing-handler?value=grace");
        for (int i = 0; i < 2; i++) {
            assertThat(browser.get("/route/get-replacing-handler").asString()).isEqualTo("ada");
            browser.get("/stream/late-first-use");
        }

        assertThat(browser.get("/blocking/get").asString()).isEqualTo("ada");
    }
}
