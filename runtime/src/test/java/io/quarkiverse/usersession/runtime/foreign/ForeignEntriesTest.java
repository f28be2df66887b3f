package io.quarkiverse.usersession.runtime.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.format.EntryKey;

class ForeignEntriesTest {

    @Test
    void whatAReaderLetsThroughAndASessionCannotHoldDoesNotCostTheSession() {
        LeftOut leftOut = new LeftOut();

        assertThat(ForeignEntries.of(Map.of("a", Double.NaN, "b", 1, "\ud800", 2), EntryKey::plain, leftOut))
                .isEqualTo(Map.of("b", 1));
        assertThat(leftOut.values()).containsExactlyInAnyOrder(new LeftOut.Value("a", LeftOut.Value.OTHER),
                new LeftOut.Value("\ud800", LeftOut.Value.OTHER));
    }
}
