package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.GorillaKeys;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkiverse.usersession.testsupport.RemixCookies;

/** S5: the log says why a cookie can't be imported, at DEBUG, and nothing of what is in it or of the keys. */
class ForeignLogTest {

    private static final String KEY = "abcdef1234";
    private static final long NOW = 1_795_479_237L;

    @AutoClose
    private final CapturedLog log = new CapturedLog();

    @Test
    void S5_neitherKeysNorDataAreInAnyMessage() {
        byte[] json = "{\"s3ssion-key\":\"s3ssion-value\",}".getBytes(UTF_8);
        RemixFormat remix = new RemixFormat(List.of(KEY));

        gorilla(Serializer.JSON).open(GorillaCookies.signed("__session", KEY, NOW, json), NOW);
        gorilla(Serializer.JSON).open(GorillaCookies.signed("__session", "another", NOW, json), NOW);
        gorilla(Serializer.GOB).open(GorillaCookies.signed("__session", KEY, NOW, json), NOW);
        remix.open(RemixCookies.signed(KEY, json), NOW);
        remix.open(RemixCookies.signed(KEY, "{\"s3ssion-key\":01}"), NOW);
        remix.open(RemixCookies.signed("another", json), NOW);
        remix.open("s3ssion-value", NOW);

        assertThat(log.messages()).hasSize(7)
                .allSatisfy(message -> assertThat(message).contains("can't be imported: the cookie ")
                        .doesNotContain("s3ssion", KEY, "01"));
    }

    private static GorillaFormat gorilla(Serializer serializer) {
        return new GorillaFormat("__session", List.of(new GorillaKeys(KEY, null)), serializer, Long.MAX_VALUE);
    }
}
