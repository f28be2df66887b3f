package io.quarkiverse.usersession.runtime.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimeTest {

    @Test
    void readsBothVersionsAndLeavesOutTheZone() {
        assertThat(unmarshal("01 0000000ee0609670 2f072f40 ffff")).isEqualTo(Instant.parse("2025-09-20T12:34:56.789Z"));
        assertThat(unmarshal("01 0000000ee0609670 2f072f40 014a")).isEqualTo(Instant.parse("2025-09-20T12:34:56.789Z"));
        assertThat(unmarshal("02 0000000ee0609670 2f072f40 fed8 fe")).isEqualTo(Instant.parse("2025-09-20T12:34:56.789Z"));
    }

    @Test
    void readsTimesBeforeItsFirstYear() {
        assertThat(unmarshal("01 0000000000000000 00000000 ffff")).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
        assertThat(unmarshal("01 ffffffffffffffff 3b9ac9ff ffff")).isEqualTo(Instant.parse("0000-12-31T23:59:59.999999999Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "01", "00 0000000ee0609670 2f072f40 ffff", "03 0000000ee0609670 2f072f40 ffff 0000",
            "01 0000000ee0609670 2f072f40 ff", "01 0000000ee0609670 2f072f40 ffff 00", "02 0000000ee0609670 2f072f40 ffff",
            "01 0000000ee0609670 3b9aca00 ffff", "01 0000000ee0609670 ffffffff ffff", "01 7fffffffffffffff 00000000 ffff",
            "01 8000000000000000 00000000 ffff", "ff 0000000ee0609670 2f072f40" })
    void refusesEverythingElse(String hex) {
        assertThat(unmarshal(hex)).isNull();
    }

    private static Instant unmarshal(String hex) {
        return GoTime.unmarshal(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
