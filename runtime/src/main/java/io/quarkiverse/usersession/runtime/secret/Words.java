package io.quarkiverse.usersession.runtime.secret;

import io.quarkiverse.usersession.runtime.secret.CommonWords.Range;

/**
 * Finds pieces of a secret that are common words, even with digits and symbols instead of letters, as in <code>p4$$w0rd</code>.
 */
final class Words {

    static final double WORD_BITS = 12;
    static final double WORD_IN_PROSE_BITS = 11;
    private static final double LEET_BITS = 3;

    private final JudgedText text;
    private final Description description;

    Words(JudgedText text, Description description) {
        this.text = text;
        this.description = description;
    }

    /** Adds all words that begin at a place, as pieces that begin in this state. */
    void describe(int place, int state, double cost) {
        describe(place, place, state, cost, Range.ALL_WORDS);
    }

    private void describe(int start, int place, int state, double cost, Range words) {
        if (words.hasWord(place - start)) {
            add(place, state, cost + Capitals.bits(text, start, place));
        }
        if (place == text.length()) {
            return;
        }
        if (text.isLetter(place)) {
            follow(start, place, state, cost, words, text.lowerAt(place));
        } else {
            String letters = leet(text.at(place));
            for (int i = 0; i < letters.length(); i++) {
                follow(start, place, state, cost + LEET_BITS, words, letters.charAt(i));
            }
        }
    }

    private void add(int end, int state, double cost) {
        description.add(state, Description.within(end), cost);
        if (end < text.length() && text.isSeparator(end)) {
            // a character between two words, which does not come as a surprise
            description.add(state, Description.within(end + 1), cost + Prose.separator(text.at(end)));
        }
    }

    private void follow(int start, int place, int state, double cost, Range words, char letter) {
        Range longer = words.with(place - start, letter);
        if (!longer.isEmpty()) {
            describe(start, place + 1, state, cost, longer);
        }
    }

    /** The letters that a digit or symbol may stand for. */
    private static String leet(char character) {
        return switch (character) {
            case '0' -> "o";
            case '1', '!', '|' -> "il";
            case '2' -> "z";
            case '3' -> "e";
            case '4', '@' -> "a";
            case '5', '$' -> "s";
            case '6', '9' -> "g";
            case '7' -> "t";
            case '8' -> "b";
            default -> "";
        };
    }
}
