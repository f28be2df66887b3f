package io.quarkiverse.usersession.benchmarks.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

class QuartilesTest {

    @Test
    void quartilesLieBetweenMeasurements() {
        Quartiles quartiles = Quartiles.of(List.of(4.0, 1.0, 2.0, 3.0));

        assertThat(quartiles.text(2)).isEqualTo("2.50 [1.75–3.25]");
    }

    @Test
    void theIntervalOfTheMedianIsThatOfTheSignTest() {
        // tables of the binomial distribution: of 20 measurements it reaches from the 6th to the 15th
        Quartiles quartiles = Quartiles.of(DoubleStream.iterate(1, i -> i + 1).limit(20).boxed().toList());

        assertThat(quartiles.interval(0)).isEqualTo("6–15");
        assertThat(quartiles.intervalContains(5.9)).isFalse();
        assertThat(quartiles.intervalContains(15)).isTrue();
    }

    @Test
    void fiveMeasurementsAreTooFewForAnInterval() {
        Quartiles quartiles = Quartiles.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));

        assertThat(quartiles.interval(0)).isEqualTo("too few");
        assertThat(quartiles.intervalContains(3)).isFalse();
    }

    @Test
    void aRatioIsThatOfTheMedians() {
        Ratio ratio = Ratio.ofMedians(List.of(2.0, 4.0, 6.0), List.of(1.0, 2.0, 3.0));

        assertThat(ratio.text()).isEqualTo("2.00");
        assertThat(ratio.interval()).isEqualTo("2.00–2.00");
    }
}
