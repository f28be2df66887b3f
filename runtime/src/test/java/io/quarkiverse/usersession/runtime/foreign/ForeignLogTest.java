package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.GorillaKeys;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;

/** S5: the log says why a cookie can't be imported, at DEBUG, and nothing of what is in it or of the keys. */
class ForeignLogTest {

    private static final String KEY = "abcdef1234";
    private static final long NOW = 1_795_479_237L;

    private final Logger logger = Logger.getLogger(ForeignLogTest.class.getPackageName());
    private final List<LogRecord> records = new ArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

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

        assertThat(messages()).hasSize(7).allSatisfy(message -> assertThat(message).contains("can't be imported: the cookie ")
                .doesNotContain("s3ssion", KEY, "01"));
    }

    private List<String> messages() {
        return records.stream()
                .map(logged -> logged.getParameters() == null ? logged.getMessage()
                        : logged.getMessage().formatted(logged.getParameters()))
                .toList();
    }

    private static GorillaFormat gorilla(Serializer serializer) {
        return new GorillaFormat("__session", List.of(new GorillaKeys(KEY, null)), serializer, Long.MAX_VALUE);
    }
}
