package io.quarkiverse.usersession.runtime.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.DurationConverter;

class DurationTextTest {

    @ParameterizedTest
    @ValueSource(longs = { 1, 59, 60, 90, 3_599, 3_600, 5_400, 86_399, 86_400, 90_000, 31_536_000, 4_294_967_295L })
    void isWhatTheConfigurationReads(long seconds) {
        assertThat(DurationConverter.parseDuration(DurationText.of(seconds))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({ "999, 999S", "3599, 59M59S", "86399, 23H59M59S", "90060, P1DT1H1M", "4294967295, P49710DT6H28M15S",
            "3600000, P41DT16H", "31536000, 365D" })
    void isReadableWhereTheNumberWouldBeLong(long seconds, String text) {
        assertThat(DurationText.of(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1S", "90S", "30M", "36H", "365D" })
    void isInTheLargestUnitWithoutRemainder(String text) {
        assertThat(DurationText.of(DurationConverter.parseDuration(text).toSeconds())).isEqualTo(text);
    }
}
