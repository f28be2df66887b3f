package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {

    @Test
    void isWhatTheBrowserSays() {
        assertThat(UserAgent.of("Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0"))
                .hasValue("Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0");
    }

    @Test
    void isEmptyIfItSaysNothing() {
        assertThat(UserAgent.of(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "\r\n", "\u0000\u0007", " \t " })
    void isEmptyIfThereIsNothingToSee(String header) {
        assertThat(UserAgent.of(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "0000", "000A", "000D", "001B", "007F", "0085", "009F", "00AD", "200B", "202E", "2028", "2029", "2066", "D83D",
            "DE00", "FEFF" })
    void hasNoCharactersThatCanNotBeSeenOrTurnAText(String hex) {
        assertThat(UserAgent.of("a" + (char) Integer.parseInt(hex, 16) + "b")).hasValue("ab");
    }

    @Test
    void hasAtMost120Characters() {
        assertThat(UserAgent.of("a".repeat(120))).hasValue("a".repeat(120));
        assertThat(UserAgent.of("\u0007".repeat(200) + "a".repeat(8_000))).hasValue("a".repeat(120));
    }

    @Test
    void isNeverCutWithinACharacter() {
        assertThat(UserAgent.of("a".repeat(119) + "\uD83D\uDE00")).hasValue("a".repeat(119));
        assertThat(UserAgent.of("a".repeat(118) + "\uD83D\uDE00b")).hasValue("a".repeat(118) + "\uD83D\uDE00");
    }
}
