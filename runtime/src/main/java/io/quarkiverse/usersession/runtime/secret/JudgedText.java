package io.quarkiverse.usersession.runtime.secret;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;

/** The characters of a secret, without accents, and compared without regard to case. */
final class JudgedText {

    /** Of longer secrets, only the beginning is judged. */
    static final int MAX_LENGTH = 512;

    private static final String HEXADECIMAL_DIGITS = "0123456789abcdefABCDEF";
    private static final String HEXADECIMAL_SEPARATORS = "-:";
    private static final int MIN_HEXADECIMAL = 16;

    private final String text;
    private final String lowerCase;
    private final double[] bitsBefore; // of all characters before a place if they are random
    private final BitSet borders = new BitSet();

    private JudgedText(String text) {
        this.text = text;
        this.lowerCase = lowerCase(text);
        this.bitsBefore = bitsBefore();
    }

    static JudgedText of(String secret) {
        String beginning = beginning(secret);
        return new JudgedText(beginning.chars().allMatch(character -> character < 0x80) ? beginning
                : Normalizer.normalize(beginning, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }

    /** @param bytes a text with one byte in each character, so letters with accents are not letters here */
    static JudgedText ofBytes(String bytes) {
        return new JudgedText(beginning(bytes));
    }

    private static String beginning(String secret) {
        return secret.substring(0, Math.min(secret.length(), MAX_LENGTH));
    }

    /** Hexadecimal digits after a name have fewer bits than other characters would have there. */
    private double[] bitsBefore() {
        double[] bitsBefore = new double[text.length() + 1];
        double ofAll = Bits.log2(Alphabet.size(text));
        int place = 0;
        while (place < text.length()) {
            int digits = hexadecimalDigits(text, place);
            double bits = ofAll;
            if (digits >= MIN_HEXADECIMAL) {
                bits = Bits.log2(Alphabet.size(text.substring(place, place + digits)));
                borders.set(place);
                borders.set(place + digits);
            }
            for (int end = place + Math.max(digits, 1); place < end; place++) {
                bitsBefore[place + 1] = bitsBefore[place] + bits;
            }
        }
        return bitsBefore;
    }

    /** How many hexadecimal digits there are from a place on, including separators, but without a dash after a name. */
    private static int hexadecimalDigits(String text, int place) {
        int end = place;
        while (end < text.length() && (HEXADECIMAL_DIGITS.indexOf(text.charAt(end)) >= 0
                || end > place && HEXADECIMAL_SEPARATORS.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end - place;
    }

    /** Keeps the number of characters, whatever the language is. */
    private static String lowerCase(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return lowerCase.length() == text.length() ? lowerCase : text;
    }

    int length() {
        return text.length();
    }

    CharSequence characters() {
        return text;
    }

    String lowerCase() {
        return lowerCase;
    }

    /** The bits between two places if all characters are random. */
    double bits(int start, int end) {
        return bitsBefore[end] - bitsBefore[start];
    }

    /** Whether hexadecimal digits begin or end at a place, next to a name or the like. */
    boolean isBorder(int place) {
        return borders.get(place);
    }

    char at(int place) {
        return text.charAt(place);
    }

    /** In lower case. */
    char lowerAt(int place) {
        return lowerCase.charAt(place);
    }

    boolean isLetter(int place) {
        return lowerCase.charAt(place) >= 'a' && lowerCase.charAt(place) <= 'z';
    }

    boolean isCapital(int place) {
        return text.charAt(place) >= 'A' && text.charAt(place) <= 'Z';
    }

    /** Whether the character can separate words: white space, punctuation or another ASCII symbol. */
    boolean isSeparator(int place) {
        char character = text.charAt(place);
        return character >= ' ' && character < 0x7f && !Character.isLetterOrDigit(character);
    }

    int count(char character) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == character ? 1 : 0;
        }
        return count;
    }
}
