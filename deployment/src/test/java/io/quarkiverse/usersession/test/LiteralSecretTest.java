package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** Good secrets in the application's files, where they can be read by everybody who has the code. */
class LiteralSecretTest {

    private static final String SECRET = "bF8sKq3Vx0Zt7Wd2Yh5Nc9Lm4Rp6Gj1e";
    private static final String STAGING = "hV5rKq8Tz2Wn9Xc4Yd7Lf1Bm6Js3Gp0E";
    private static final String LIVE = "cQ8nVx3Wk6Tz1Lb9Rm4Yd7Hf2Js5Gp0E";

    @RegisterExtension
    static final QuarkusProdModeTest APP = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar
                    .addAsResource(new StringAsset("quarkus.user-session.secret=${SESSION_SECRET:" + STAGING + "}"),
                            "application-staging.properties")
                    .addAsResource(new StringAsset("quarkus.user-session.secret=too-weak-for-production"),
                            "application-dev.properties")
                    .addAsResource(new StringAsset("%live.quarkus.user-session.accepted-secrets=" + LIVE),
                            "META-INF/microprofile-config.properties"))
            .overrideConfigKey("SESSION_SECRET", SECRET)
            .overrideConfigKey("%test.SESSION_SECRET", "too-weak-for-production")
            .setLogRecordPredicate(record -> record.getLevel().intValue() >= Level.WARNING.intValue());

    @ProdBuildResults
    ProdModeTestResults results;

    @Test
    void S4_areWarnedAboutAtBuildTimeWhateverProfileTheyAreFor() {
        PatternFormatter text = new PatternFormatter("%s");
        assertThat(results.getRetainedBuildLogRecords())
                .filteredOn(record -> record.getLoggerName().contains("usersession"))
                .extracting(text::format)
                .allMatch(warning -> warning.endsWith(", where everybody who has the code or the jar can read it: remove it,"
                        + " and set the environment variable SESSION_SECRET instead"))
                .noneMatch(warning -> warning.contains(SECRET) || warning.contains(STAGING) || warning.contains(LIVE))
                .extracting(warning -> warning.substring(0, warning.indexOf(", where everybody")))
                .containsExactlyInAnyOrder(
                        "A session secret is written in plain text as SESSION_SECRET in application.properties",
                        "A session secret is written in plain text as quarkus.user-session.secret in application-staging.properties",
                        "A session secret is written in plain text as %live.quarkus.user-session.accepted-secrets in"
                                + " microprofile-config.properties");
    }
}
