package io.quarkiverse.usersession.benchmarks.http.load;

import java.util.Collection;
import java.util.Locale;

/**
 * The middle of some measurements, and how far they scatter.
 *
 * @param low the low end of the interval in which the true median lies with a confidence of at least 95 %; NaN if there are too
 *        few measurements to tell
 * @param high its high end
 */
record Quartiles(double first, double median, double third, double low, double high, int count) {

    private static final double ONE_SIDED = 0.025;

    static Quartiles of(Collection<Double> measurements) {
        double[] sorted = measurements.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("There are no measurements");
        }
        int rank = rankOfInterval(sorted.length);
        double low = rank < 0 ? Double.NaN : sorted[rank];
        double high = rank < 0 ? Double.NaN : sorted[sorted.length - 1 - rank];
        return new Quartiles(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75), low, high, sorted.length);
    }

    static double median(Collection<Double> measurements) {
        return of(measurements).median;
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The sign test: how many measurements may lie outside of the interval on either side. */
    private static int rankOfInterval(int count) {
        double probability = Math.pow(0.5, count);
        double cumulated = probability;
        int rank = -1;
        for (int k = 0; k < count / 2 && cumulated <= ONE_SIDED; k++) {
            rank = k;
            probability = probability * (count - k) / (k + 1);
            cumulated += probability;
        }
        return rank;
    }

    boolean intervalContains(double value) {
        return low <= value && value <= high;
    }

    String text(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " [" + number + "–" + number + "]", median, first, third);
    }

    String interval(int decimals) {
        String number = "%." + decimals + "f";
        return Double.isNaN(low) ? "too few" : String.format(Locale.ROOT, number + "–" + number, low, high);
    }
}
