package io.quarkiverse.usersession.runtime.secret;

/**
 * How much of a secret is left without the parts that a program would guess: words and other text, sequences, repetitions.
 * <p>
 * Random text can't be described much more briefly than character by character: only one text in about 2^k saves k bits. So a
 * small saving is chance, and only that saving is subtracted. If the saving is large, somebody wrote the pieces that cause it,
 * and these pieces are not counted at all.
 */
final class SecretStrength {

    /** Fewer than one random text in a million saves more than this, and then in a few characters only. */
    private static final double CHANCE_BITS = 31;

    /** The same limit for text with several spaces, which generators of secrets don't use. */
    private static final double CHANCE_BITS_WITH_SPACES = 8;
    private static final int SEVERAL_SPACES = 3;

    private static final String SEPARATORS = "-_.: ";
    private static final char LAST_OF_LATIN_1 = 0xff;

    /** Next to text, random characters may look like its continuation by chance, but they save no more than this. */
    private static final double CHANCE_BITS_BESIDE_TEXT = 8;
    private static final double CHANCE_BITS_BESIDE_TEXT_WITH_SPACES = 3;

    private final JudgedText text;
    private final Description description;
    private final double chanceBits;
    private final double chanceBitsBesideText;

    private SecretStrength(JudgedText text) {
        this.text = text;
        this.description = Description.of(text);
        boolean spaces = text.count(' ') >= SEVERAL_SPACES;
        this.chanceBits = spaces ? CHANCE_BITS_WITH_SPACES : CHANCE_BITS;
        this.chanceBitsBesideText = spaces ? CHANCE_BITS_BESIDE_TEXT_WITH_SPACES : CHANCE_BITS_BESIDE_TEXT;
    }

    static SecretStrength of(String secret) {
        return new SecretStrength(JudgedText.of(secret));
    }

    /** @param bytes one in each character */
    static SecretStrength ofBytes(String bytes) {
        return new SecretStrength(JudgedText.ofBytes(bytes));
    }

    /** The bits if each character were random. */
    double most() {
        return text.bits(0, text.length());
    }

    /** The bits that it takes to describe the secret. */
    double least() {
        return description.bits(0, description.end());
    }

    /** The bits that would still have to be guessed. */
    double bits() {
        StringBuilder left = new StringBuilder();
        double unsure = 0;
        int state = description.end();
        while (state > 0) {
            int end = state;
            while (state > 0 && !description.isRandom(state) && (state == end || !isBorder(state))) {
                state = description.before(state);
            }
            unsure += unsure(state, end);
            while (state > 0 && description.isRandom(state)) {
                state = description.before(state);
                char character = text.at(Description.placeOf(state));
                // separators stand at known places, and scripts other than Latin are written, not generated
                if (SEPARATORS.indexOf(character) < 0 && character <= LAST_OF_LATIN_1) {
                    left.append(character);
                }
            }
        }
        return Math.min(unsure + left.length() * variety(left), text.length() * variety(text.characters()));
    }

    /** The bits of a character if all occurring characters were equally probable. */
    private static double variety(CharSequence characters) {
        return Bits.log2(Math.max(1, Alphabet.used(characters)));
    }

    /** What is counted of the pieces between two states, which are not random characters. */
    private double unsure(int start, int end) {
        if (description.saved(start, end) < chanceBits) {
            return description.bits(start, end);
        }
        int last = end == description.end() ? end : withoutChance(end, start);
        int first = start == 0 ? start : chanceFrom(start, last);
        return description.bits(last, end) + description.bits(start, first);
    }

    private boolean isBorder(int state) {
        return text.isBorder(Description.placeOf(state));
    }

    /** The first state after which everything may be chance. */
    private int withoutChance(int end, int start) {
        int last = end;
        for (int state = end; state > start;) {
            state = description.before(state);
            if (description.saved(state, end) < chanceBitsBesideText) {
                last = state;
            }
        }
        return last;
    }

    /** The last state before which everything may be chance. */
    private int chanceFrom(int start, int end) {
        int first = end;
        while (first > start && description.saved(start, first) >= chanceBitsBesideText) {
            first = description.before(first);
        }
        return first;
    }
}
