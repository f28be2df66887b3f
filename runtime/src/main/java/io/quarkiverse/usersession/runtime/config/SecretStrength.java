package io.quarkiverse.usersession.runtime.config;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;

import io.quarkiverse.usersession.runtime.config.CommonWords.Range;

/**
 * What is left of a secret when all is taken away that a program would guess: words and other text, sequences, repetitions.
 * <p>
 * The secret is cut into pieces so that the description of all of them is as short as possible. A random character takes as
 * many bits as the alphabet has, and a word takes fewer than its letters. Random text can't be described much more briefly than
 * character by character: only one in about 2^k saves k bits. So little saved is chance, and costs no more than that. Where
 * much is saved, somebody wrote the pieces that save it, and they count nothing.
 */
final class SecretStrength {

    /** Longer secrets are judged by their beginning. */
    static final int MAX_LENGTH = 512;

    /** Random text saves less than this, but for one in 10^9. */
    private static final double CHANCE_BITS = 26;

    /** The same for text with several spaces, which generators of secrets don't use. */
    private static final double CHANCE_BITS_WITH_SPACES = 8;
    private static final int SEVERAL_SPACES = 3;

    // what it takes to name a piece
    private static final double WORD_BITS = 12;
    private static final double WORD_IN_TEXT_BITS = 11;
    private static final double TEXT_BITS = 7;
    private static final double KEYBOARD_BITS = 11;
    private static final double NUMBER_BITS = 13;
    private static final double STEPS_BITS = 5;
    private static final double REPETITION_BITS = 4;

    // what the spelling of text takes, besides its letters
    private static final double CAPITAL_BITS = 1;
    private static final double ODD_CAPITAL_BITS = 3.5;
    private static final double LEET_BITS = 2;
    private static final double LETTER_BITS = 0.3;
    private static final double NO_SPACE_BITS = 2;
    private static final double SPACE_BITS = 1;
    private static final double SEPARATOR_BITS = 3;
    private static final double PUNCTUATION_BITS = 6;

    private static final String SEPARATORS = "-_.: ";
    private static final char LAST_OF_LATIN_1 = 0xff;

    private static final int MIN_PIECE = 3;
    private static final int SHORT_PIECE = 3;

    private final String text;
    private final String lowerCase;
    private final int length;
    private final double alphabetBits;
    private final double chanceBits;

    // Two states for each place: 2 * place outside of text, and one more within it. For each, the shortest description of all
    // that is before, the state in which its last piece begins, and whether that piece is a random character.
    private final double[] bits;
    private final int[] from;
    private final boolean[] random;

    private SecretStrength(String text) {
        this.text = text;
        this.lowerCase = lowerCase(text);
        this.length = text.length();
        this.alphabetBits = log2(alphabet(text));
        this.chanceBits = count(text, ' ') >= SEVERAL_SPACES ? CHANCE_BITS_WITH_SPACES : CHANCE_BITS;
        this.bits = new double[2 * length + 2];
        this.from = new int[2 * length + 2];
        this.random = new boolean[2 * length + 2];
        Arrays.fill(bits, 1, bits.length, Double.MAX_VALUE);
        for (int place = 0; place < length; place++) {
            leaveText(place);
            describe(place);
        }
        leaveText(length);
    }

    static SecretStrength of(String secret) {
        String beginning = secret.substring(0, Math.min(secret.length(), MAX_LENGTH));
        return new SecretStrength(isPlain(beginning) ? beginning
                : Normalizer.normalize(beginning, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }

    /** How many bits there would be if each character were at random. */
    double most() {
        return length * alphabetBits;
    }

    /** How many bits it takes to describe it. */
    double least() {
        return bits[2 * length];
    }

    /** How many bits would still have to be guessed. */
    double bits() {
        StringBuilder left = new StringBuilder();
        double unsure = 0;
        int state = 2 * length;
        while (state > 0) {
            int end = state;
            while (state > 0 && !random[state]) {
                state = from[state];
            }
            unsure += unsure(state, end);
            while (state > 0 && random[state]) {
                char character = text.charAt(state / 2 - 1);
                // separators stand at known places, and scripts other than Latin are written, not generated
                if (SEPARATORS.indexOf(character) < 0 && character <= LAST_OF_LATIN_1) {
                    left.append(character);
                }
                state = from[state];
            }
        }
        return Math.min(unsure + left.length() * variety(left), length * variety(text));
    }

    /** What counts of the pieces between two states, which are no random characters. */
    private double unsure(int start, int end) {
        if (saved(start, end) < chanceBits) {
            return bits[end] - bits[start];
        }
        // beside text random characters may go on like text by chance
        int last = end == 2 * length ? end : withoutShort(end, start);
        double unsure = saved(last, end) < chanceBits ? bits[end] - bits[last] : 0;
        int first = start == 0 ? start : shortFrom(start, last);
        return unsure + (saved(start, first) < chanceBits ? bits[first] - bits[start] : 0);
    }

    private double saved(int start, int end) {
        return (end / 2 - start / 2) * alphabetBits - (bits[end] - bits[start]);
    }

    /** The last state before the end after which there are only short pieces. */
    private int withoutShort(int end, int start) {
        int state = end;
        while (state > start && isShort(state)) {
            state = from[state];
        }
        return state;
    }

    /** The first state after the start before which there are only short pieces. */
    private int shortFrom(int start, int end) {
        int first = end;
        for (int state = end; state > start; state = from[state]) {
            if (!isShort(state)) {
                first = from[state];
            }
        }
        return first;
    }

    private boolean isShort(int state) {
        return state / 2 - from[state] / 2 <= SHORT_PIECE;
    }

    private void describe(int place) {
        int here = 2 * place;
        pieceOf(1, here, here + 2, alphabetBits, true);
        repetition(place);
        steps(place);
        piece(WellKnownSequences.KEYBOARDS.length(lowerCase, place), here, KEYBOARD_BITS);
        piece(WellKnownSequences.NUMBERS.length(lowerCase, place), here, NUMBER_BITS);
        if (isLetter(place) || isLeet(place)) {
            word(place, here, WORD_BITS);
        }
        if (isLetter(place)) {
            int letter = letter(place);
            within(here, place, TEXT_BITS + LetterPairs.bits(LetterPairs.BOUNDARY, letter) + capital(place, true));
        }
        if (bits[here + 1] < Double.MAX_VALUE) {
            goOnWithText(place);
        }
    }

    private void goOnWithText(int place) {
        int here = 2 * place + 1;
        boolean afterLetter = isLetter(place - 1);
        int before = afterLetter ? letter(place - 1) : LetterPairs.BOUNDARY;
        if (isLetter(place)) {
            int letter = letter(place);
            double close = LETTER_BITS + LetterPairs.bits(before, letter) + capital(place, !afterLetter);
            double apart = LETTER_BITS + LetterPairs.bits(before, LetterPairs.BOUNDARY)
                    + LetterPairs.bits(LetterPairs.BOUNDARY, letter) + NO_SPACE_BITS + capital(place, true);
            within(here, place, afterLetter ? Math.min(close, apart) : close);
        } else if (isSeparator(place)) {
            double end = afterLetter ? LetterPairs.bits(before, LetterPairs.BOUNDARY) : SEPARATOR_BITS;
            within(here, place, end + separator(text.charAt(place)));
        }
        if (isLetter(place) || isLeet(place)) {
            word(place, here, WORD_IN_TEXT_BITS);
        }
    }

    private static double separator(char character) {
        return switch (character) {
            case ' ' -> SPACE_BITS;
            case '-', '_', '.', ',' -> SEPARATOR_BITS;
            default -> PUNCTUATION_BITS;
        };
    }

    private void within(int state, int place, double cost) {
        pieceOf(1, state, 2 * place + 3, cost, false);
    }

    private void leaveText(int place) {
        if (bits[2 * place + 1] < bits[2 * place]) {
            bits[2 * place] = bits[2 * place + 1];
            from[2 * place] = 2 * place + 1;
            random[2 * place] = false;
        }
    }

    private void piece(int size, int state, double cost) {
        if (size >= MIN_PIECE) {
            pieceOf(size, state, state + 2 * size, cost + log2(size), false);
        }
    }

    private void pieceOf(int size, int state, int end, double cost, boolean isRandom) {
        if (bits[state] + cost < bits[end]) {
            bits[end] = bits[state] + cost;
            from[end] = state;
            random[end] = isRandom;
        }
    }

    /** What was there before, in any case of letters. */
    private void repetition(int place) {
        if (place + MIN_PIECE > length) {
            return;
        }
        int longest = 0;
        char first = lowerCase.charAt(place);
        for (int earlier = lowerCase.indexOf(first); earlier < place; earlier = lowerCase.indexOf(first, earlier + 1)) {
            int size = 1;
            while (place + size < length && lowerCase.charAt(earlier + size) == lowerCase.charAt(place + size)) {
                size++;
            }
            longest = Math.max(longest, size);
        }
        piece(longest, 2 * place, REPETITION_BITS + log2(place + 1));
    }

    /** Each character as far from the last one, as in aaaa, abcd, 8642 and bytes that are counted up. */
    private void steps(int place) {
        if (place + MIN_PIECE <= length) {
            int step = lowerCase.charAt(place + 1) - lowerCase.charAt(place) & 0xff;
            int end = place + 2;
            while (end < length && (lowerCase.charAt(end) - lowerCase.charAt(end - 1) & 0xff) == step) {
                end++;
            }
            piece(end - place, 2 * place, STEPS_BITS + alphabetBits + (step == 0 || step == 1 || step == 0xff ? 0 : 3));
        }
    }

    private void word(int place, int state, double cost) {
        word(place, place, state, cost, Range.ALL_WORDS, 0);
    }

    private void word(int start, int place, int state, double cost, Range words, int capitals) {
        if (words.hasWord(place - start)) {
            boolean usual = capitals <= 1 && (capitals == 0 || Character.isUpperCase(text.charAt(start)))
                    || capitals == place - start;
            pieceOf(place - start, state, 2 * place + 1,
                    cost + (capitals == 0 ? 0 : usual ? CAPITAL_BITS : capitals * ODD_CAPITAL_BITS), false);
        }
        if (place == length) {
            return;
        }
        if (isLetter(place)) {
            follow(start, place, state, cost, words, capitals + (isCapital(place) ? 1 : 0), lowerCase.charAt(place));
        } else {
            String letters = leet(text.charAt(place));
            for (int i = 0; i < letters.length(); i++) {
                follow(start, place, state, cost + LEET_BITS, words, capitals, letters.charAt(i));
            }
        }
    }

    private void follow(int start, int place, int state, double cost, Range words, int capitals, char letter) {
        Range longer = words.with(place - start, letter);
        if (!longer.isEmpty()) {
            word(start, place + 1, state, cost, longer, capitals);
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

    private boolean isLeet(int place) {
        return !leet(text.charAt(place)).isEmpty();
    }

    private double capital(int place, boolean first) {
        if (isCapital(place)) {
            return first || isCapital(place - 1) ? CAPITAL_BITS : ODD_CAPITAL_BITS;
        }
        // after one capital a word goes on with small letters, after several it does not
        return !first && place > 1 && isCapital(place - 1) && isCapital(place - 2) ? ODD_CAPITAL_BITS : 0;
    }

    private boolean isLetter(int place) {
        return lowerCase.charAt(place) >= 'a' && lowerCase.charAt(place) <= 'z';
    }

    private boolean isCapital(int place) {
        return text.charAt(place) >= 'A' && text.charAt(place) <= 'Z';
    }

    private boolean isSeparator(int place) {
        char character = text.charAt(place);
        return character >= ' ' && character < 0x7f && !Character.isLetterOrDigit(character);
    }

    private int letter(int place) {
        return lowerCase.charAt(place) - 'a';
    }

    /** As many characters as before, whatever the language. */
    private static String lowerCase(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return lowerCase.length() == text.length() ? lowerCase : text;
    }

    /** How many different characters there may be where these are. */
    private static int alphabet(String text) {
        int size = 0;
        BitSet symbols = new BitSet();
        char lastSmall = 0;
        char lastCapital = 0;
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 'a' && character <= 'z') {
                lastSmall = (char) Math.max(character, lastSmall);
            } else if (character >= 'A' && character <= 'Z') {
                lastCapital = (char) Math.max(character, lastCapital);
            } else if (character >= '0' && character <= '9') {
                digits = true;
            } else if (character >= ' ' && character < 0x7f) {
                symbols.set(character);
            } else {
                return 256;
            }
        }
        size += lastSmall == 0 ? 0 : lastSmall <= 'f' ? 6 : 26;
        size += lastCapital == 0 ? 0 : lastCapital <= 'F' ? 6 : 26;
        size += digits ? 10 : 0;
        return size + Math.min(33, 2 * symbols.cardinality());
    }

    /** The bits of a character if each that occurs were as probable. */
    private static double variety(CharSequence text) {
        BitSet different = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            different.set(text.charAt(i));
        }
        return log2(Math.max(1, different.cardinality()));
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

    private static int count(String text, char character) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == character ? 1 : 0;
        }
        return count;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
