package io.quarkiverse.usersession.runtime.secret;

import java.util.Arrays;

/**
 * The shortest description of a secret. The secret is cut into pieces, so that describing all of them takes as few bits as
 * possible.
 * <p>
 * There are two states for each place: outside of prose and within it. A piece within prose takes fewer bits than one that
 * begins it.
 */
final class Description {

    private final JudgedText text;

    // for each state the shortest description of all that is before, the state in which its last piece begins, and whether that
    // piece is a random character
    private final double[] bits;
    private final int[] from;
    private final boolean[] random;

    private Description(JudgedText text) {
        int states = 2 * text.length() + 2;
        this.text = text;
        this.bits = new double[states];
        this.from = new int[states];
        this.random = new boolean[states];
        Arrays.fill(bits, 1, states, Double.MAX_VALUE);
    }

    static Description of(JudgedText text) {
        Description description = new Description(text);
        Patterns patterns = new Patterns(text, description);
        PointsInTime times = new PointsInTime(text, description);
        Prose prose = new Prose(text, description);
        for (int place = 0; place < text.length(); place++) {
            description.leaveProse(place);
            description.add(outside(place), outside(place + 1), text.bits(place, place + 1), true);
            patterns.describe(place);
            times.describe(place);
            prose.describe(place);
        }
        description.leaveProse(text.length());
        return description;
    }

    static int outside(int place) {
        return 2 * place;
    }

    static int within(int place) {
        return 2 * place + 1;
    }

    static int placeOf(int state) {
        return state / 2;
    }

    /** A piece that begins in one state and ends in another one. */
    void add(int start, int end, double cost) {
        add(start, end, cost, false);
    }

    private void add(int start, int end, double cost, boolean isRandom) {
        if (bits[start] + cost < bits[end]) {
            bits[end] = bits[start] + cost;
            from[end] = start;
            random[end] = isRandom;
        }
    }

    private void leaveProse(int place) {
        add(within(place), outside(place), 0);
    }

    boolean isReached(int state) {
        return bits[state] < Double.MAX_VALUE;
    }

    /** The state after the last character. */
    int end() {
        return outside(text.length());
    }

    /** The state before the piece that led to this state. */
    int before(int state) {
        return from[state];
    }

    /** Whether a random character led to this state. */
    boolean isRandom(int state) {
        return random[state];
    }

    /** The bits that it takes to describe everything between two states. */
    double bits(int start, int end) {
        return bits[end] - bits[start];
    }

    /** How many bits fewer that is than if everything were random. */
    double saved(int start, int end) {
        return text.bits(placeOf(start), placeOf(end)) - bits(start, end);
    }
}
