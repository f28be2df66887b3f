package io.quarkiverse.usersession.runtime.secret;

/** Finds pieces of a secret that are language: words, and letters in an order that is common in words. */
final class Prose {

    private static final double BEGINNING_BITS = 7;

    // what it takes to spell it, besides the letters
    private static final double LETTER_BITS = 0.3;
    private static final double NO_SPACE_BITS = 2;
    private static final double SPACE_BITS = 1;
    private static final double SEPARATOR_BITS = 3;
    private static final double ADDRESS_BITS = 4.5;
    private static final double PUNCTUATION_BITS = 5.5;
    private static final double ONE_MORE_BITS = 3.5;
    private static final double SAME_AGAIN_BITS = 2.5;

    private final JudgedText text;
    private final Description description;
    private final Words words;

    Prose(JudgedText text, Description description) {
        this.text = text;
        this.description = description;
        this.words = new Words(text, description);
    }

    void describe(int place) {
        words.describe(place, Description.outside(place), Words.WORD_BITS);
        if (text.isLetter(place)) {
            add(Description.outside(place), place,
                    BEGINNING_BITS + LetterPairs.bits(LetterPairs.BOUNDARY, letter(place)) + Capitals.bits(text, place, true));
        }
        if (description.isReached(Description.within(place))) {
            goOn(place);
        }
    }

    private void goOn(int place) {
        int here = Description.within(place);
        boolean afterLetter = text.isLetter(place - 1);
        int before = afterLetter ? letter(place - 1) : LetterPairs.BOUNDARY;
        if (text.isLetter(place)) {
            int letter = letter(place);
            double close = LETTER_BITS + LetterPairs.bits(before, letter) + Capitals.bits(text, place, !afterLetter);
            double apart = LETTER_BITS + LetterPairs.bits(before, LetterPairs.BOUNDARY)
                    + LetterPairs.bits(LetterPairs.BOUNDARY, letter) + NO_SPACE_BITS + Capitals.bits(text, place, true);
            add(here, place, afterLetter ? Math.min(close, apart) : close);
        } else if (text.isSeparator(place)) {
            boolean same = text.at(place) == text.at(place - 1);
            double end = afterLetter ? LetterPairs.bits(before, LetterPairs.BOUNDARY) : ONE_MORE_BITS;
            add(here, place, same ? SAME_AGAIN_BITS : end + separator(text.at(place)));
        }
        words.describe(place, here, Words.WORD_IN_PROSE_BITS);
    }

    private void add(int state, int place, double cost) {
        description.add(state, Description.within(place + 1), cost);
    }

    /** The bits that it takes to describe a character that separates words. */
    static double separator(char character) {
        return switch (character) {
            case ' ' -> SPACE_BITS;
            case '-', '_', '.', ',' -> SEPARATOR_BITS;
            case '/', ':', '@', '?', '=', '&' -> ADDRESS_BITS;
            default -> PUNCTUATION_BITS;
        };
    }

    private int letter(int place) {
        return text.lowerAt(place) - 'a';
    }
}
