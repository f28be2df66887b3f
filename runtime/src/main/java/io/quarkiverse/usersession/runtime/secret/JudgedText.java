package io.quarkiverse.usersession.runtime.secret;

import java.text.Normalizer;
import java.util.Locale;

/** The characters of a secret, without accents, in any case of letters. */
final class JudgedText {

    /** Longer secrets are judged by their beginning. */
    static final int MAX_LENGTH = 512;

    private final String text;
    private final String lowerCase;
    private final double characterBits;

    private JudgedText(String text) {
        this.text = text;
        this.lowerCase = lowerCase(text);
        this.characterBits = Bits.log2(Alphabet.size(text));
    }

    static JudgedText of(String secret) {
        String beginning = secret.substring(0, Math.min(secret.length(), MAX_LENGTH));
        return new JudgedText(isPlain(beginning) ? beginning
                : Normalizer.normalize(beginning, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }

    /** Whether there are no accents to take off: it is ASCII, or bytes and no text. */
    private static boolean isPlain(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
            ascii &= text.charAt(i) < 0x80;
        }
        return ascii;
    }

    /** As many characters as before, whatever the language. */
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

    /** How many bits a character has if it is random. */
    double characterBits() {
        return characterBits;
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

    /** Whether it may stand between words: white space, punctuation or another ASCII symbol. */
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
