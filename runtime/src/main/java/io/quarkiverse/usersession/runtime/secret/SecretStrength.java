package io.quarkiverse.usersession.runtime.secret;

/**
 * What is left of a secret when all is taken away that a program would guess: words and other text, sequences, repetitions.
 * <p>
 * Random text can't be described much more briefly than character by character: only one in about 2^k saves k bits. So little
 * saved is chance, and costs no more than that. Where much is saved, somebody wrote the pieces that save it, and they count
 * nothing.
 */
final class SecretStrength {

    /** Random text saves less than this, but for one in 10^9. */
    private static final double CHANCE_BITS = 26;

    /** The same for text with several spaces, which generators of secrets don't use. */
    private static final double CHANCE_BITS_WITH_SPACES = 8;
    private static final int SEVERAL_SPACES = 3;

    private static final String SEPARATORS = "-_.: ";
    private static final char LAST_OF_LATIN_1 = 0xff;
    private static final int SHORT_PIECE = 3;

    private final JudgedText text;
    private final Description description;
    private final double chanceBits;

    private SecretStrength(JudgedText text) {
        this.text = text;
        this.description = Description.of(text);
        this.chanceBits = text.count(' ') >= SEVERAL_SPACES ? CHANCE_BITS_WITH_SPACES : CHANCE_BITS;
    }

    static SecretStrength of(String secret) {
        return new SecretStrength(JudgedText.of(secret));
    }

    /** How many bits there would be if each character were at random. */
    double most() {
        return text.length() * text.characterBits();
    }

    /** How many bits it takes to describe it. */
    double least() {
        return description.bits(0, description.end());
    }

    /** How many bits would still have to be guessed. */
    double bits() {
        StringBuilder left = new StringBuilder();
        double unsure = 0;
        int state = description.end();
        while (state > 0) {
            int end = state;
            while (state > 0 && !description.isRandom(state)) {
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

    /** The bits of a character if each that occurs were as probable. */
    private static double variety(CharSequence characters) {
        return Bits.log2(Math.max(1, Alphabet.used(characters)));
    }

    /** What counts of the pieces between two states, which are no random characters. */
    private double unsure(int start, int end) {
        if (description.saved(start, end) < chanceBits) {
            return description.bits(start, end);
        }
        // beside text random characters may go on like text by chance
        int last = end == description.end() ? end : withoutShort(end, start);
        int first = start == 0 ? start : shortFrom(start, last);
        return chance(last, end) + chance(start, first);
    }

    private double chance(int start, int end) {
        return description.saved(start, end) < chanceBits ? description.bits(start, end) : 0;
    }

    /** The last state before the end after which there are only short pieces. */
    private int withoutShort(int end, int start) {
        int state = end;
        while (state > start && isShort(state)) {
            state = description.before(state);
        }
        return state;
    }

    /** The first state after the start before which there are only short pieces. */
    private int shortFrom(int start, int end) {
        int first = end;
        for (int state = end; state > start; state = description.before(state)) {
            if (!isShort(state)) {
                first = description.before(state);
            }
        }
        return first;
    }

    private boolean isShort(int state) {
        return Description.placeOf(state) - Description.placeOf(description.before(state)) <= SHORT_PIECE;
    }
}
