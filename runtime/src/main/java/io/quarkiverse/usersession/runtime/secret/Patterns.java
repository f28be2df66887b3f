package io.quarkiverse.usersession.runtime.secret;

/** Finds pieces of a secret that repeat others, or that people type instead of random characters: repetitions and sequences. */
final class Patterns {

    private static final double KEYBOARD_BITS = 11;
    private static final double NUMBER_BITS = 13;
    private static final double STEPS_BITS = 5;
    private static final double ODD_STEP_BITS = 3;
    private static final double PARALLEL_STEPS_BITS = 8;
    private static final double REPETITION_BITS = 4;

    private static final int MIN_PIECE = 3;
    private static final int MAX_PARALLEL = 8;
    private static final int MAX_STEP = 8;

    private final JudgedText text;
    private final Description description;

    Patterns(JudgedText text, Description description) {
        this.text = text;
        this.description = description;
    }

    void describe(int place) {
        if (place + MIN_PIECE > text.length()) {
            return;
        }
        repetition(place);
        steps(place);
        for (int count = 2; count <= Math.min(place, MAX_PARALLEL); count++) {
            parallelSteps(place, count);
        }
        piece(place, WellKnownSequences.KEYBOARDS.length(text.lowerCase(), place), KEYBOARD_BITS);
        piece(place, WellKnownSequences.NUMBERS.length(text.lowerCase(), place), NUMBER_BITS);
    }

    private void piece(int place, int size, double cost) {
        if (size >= MIN_PIECE) {
            description.add(Description.outside(place), Description.outside(place + size),
                    cost + Bits.log2(size) + Capitals.bits(text, place, place + size));
        }
    }

    /** A repetition of an earlier piece, without regard to case. */
    private void repetition(int place) {
        int longest = 0;
        String characters = text.lowerCase();
        char first = characters.charAt(place);
        for (int earlier = characters.indexOf(first); earlier < place; earlier = characters.indexOf(first, earlier + 1)) {
            int size = 1;
            while (place + size < text.length() && text.lowerAt(earlier + size) == text.lowerAt(place + size)) {
                size++;
            }
            longest = Math.max(longest, size);
        }
        piece(place, longest, REPETITION_BITS + Bits.log2(place + 1));
    }

    /** Characters with the same distance to the one before, as in aaaa, abcd, 8642 and bytes that count up. */
    private void steps(int place) {
        int step = step(place + 1);
        int end = place + 2;
        while (end < text.length() && step(end) == step) {
            end++;
        }
        boolean odd = step != 0 && step != 1 && step != 0xff;
        piece(place, end - place, STEPS_BITS + text.bits(place, place + 1) + (odd ? ODD_STEP_BITS : 0));
    }

    /** Several interleaved sequences, as in A1B2C3, 1!2@3#, AAA-BBB-CCC and ABCD-EFGH. */
    private void parallelSteps(int place, int count) {
        int step = text.lowerAt(place) - text.lowerAt(place - count);
        if (step == 0 || Math.abs(step) > MAX_STEP) {
            return;
        }
        int end = place + 1;
        while (end < text.length() && isStep(end, count, step)) {
            end++;
        }
        piece(place, end - place,
                PARALLEL_STEPS_BITS + Bits.log2(count) + (Math.abs(step) == 1 ? 0 : ODD_STEP_BITS));
    }

    private boolean isStep(int place, int count, int step) {
        char character = text.lowerAt(place);
        char before = text.lowerAt(place - count);
        return character - before == step || character == before && text.isSeparator(place);
    }

    private int step(int place) {
        return text.lowerAt(place) - text.lowerAt(place - 1) & 0xff;
    }
}
