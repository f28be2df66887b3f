package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** A good secret in application.properties, where it can be read by everybody who has the code. */
class LiteralSecretTest {

    private static final String SECRET = "bF8sKq3Vx0Zt7Wd2Yh5Nc9Lm4Rp6Gj1e";

    @RegisterExtension
    static final QuarkusProdModeTest APP = new QuarkusProdModeTest()
            .withEmptyApplication()
            .overrideConfigKey("SESSION_SECRET", SECRET)
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue());

    @ProdBuildResults
    ProdModeTestResults results;

    @Test
    void S4_isWarnedAboutAtBuildTime() {
        assertThat(results.getRetainedBuildLogRecords())
                .filteredOn(record -> record.getLoggerName().contains("usersession"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.getMessage()).contains("is written out in the application's configuration file");
                    assertThat(record.getParameters()).contains("SESSION_SECRET").doesNotContain(SECRET);
                });
    }
}
