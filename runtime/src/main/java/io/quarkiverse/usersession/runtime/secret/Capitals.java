package io.quarkiverse.usersession.runtime.secret;

/** What it takes to describe which letters of a piece are capitals. Pieces are compared without regard to case. */
final class Capitals {

    private static final double USUAL_BITS = 1;
    private static final double ODD_BITS = 3.5;

    private Capitals() {
    }

    /** The bits for a piece between two places: none, only the first letter, all letters, or some of them. */
    static double bits(JudgedText text, int start, int end) {
        int capitals = 0;
        int letters = 0;
        for (int place = start; place < end; place++) {
            capitals += text.isCapital(place) ? 1 : 0;
            letters += text.isLetter(place) ? 1 : 0;
        }
        if (capitals == 0) {
            return 0;
        }
        boolean usual = capitals == letters || capitals == 1 && text.isCapital(start);
        return usual ? USUAL_BITS : Math.min(capitals, letters - capitals) * ODD_BITS;
    }

    /** The bits for one letter of a text: the first one of a word, or one within it. */
    static double bits(JudgedText text, int place, boolean first) {
        if (text.isCapital(place)) {
            return first || text.isCapital(place - 1) ? USUAL_BITS : ODD_BITS;
        }
        // after one capital a word goes on with small letters, after several it does not
        return !first && place > 1 && text.isCapital(place - 1) && text.isCapital(place - 2) ? ODD_BITS : 0;
    }
}
