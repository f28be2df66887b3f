package io.quarkiverse.usersession.benchmarks.http.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A ratio of two medians, of values that were measured in pairs.
 *
 * @param low the low end of the interval in which the ratio is expected with a confidence of 95 % (bootstrap)
 * @param high its high end
 */
record Ratio(double value, double low, double high) {

    private static final int RESAMPLES = 2_000;

    static Ratio ofMedians(List<Double> values, List<Double> others) {
        Random random = new Random(1);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < RESAMPLES; i++) {
            List<Double> drawn = new ArrayList<>();
            List<Double> drawnOthers = new ArrayList<>();
            for (int j = 0; j < values.size(); j++) {
                int pair = random.nextInt(values.size());
                drawn.add(values.get(pair));
                drawnOthers.add(others.get(pair));
            }
            ratios.add(Quartiles.median(drawn) / Quartiles.median(drawnOthers));
        }
        ratios.sort(null);
        return new Ratio(Quartiles.median(values) / Quartiles.median(others), ratios.get(RESAMPLES / 40),
                ratios.get(RESAMPLES - 1 - RESAMPLES / 40));
    }

    String text() {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    String interval() {
        return String.format(Locale.ROOT, "%.2f–%.2f", low, high);
    }
}
