package io.quarkiverse.usersession.runtime.secret;

import java.util.BitSet;

/** Estimates how many different characters a text could consist of. */
final class Alphabet {

    private static final int ALL_BYTES = 256;
    private static final int ALL_SYMBOLS = 33; // of ASCII

    private Alphabet() {
    }

    /** How many different characters a text with these characters could have. */
    static int size(String text) {
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
                return ALL_BYTES;
            }
        }
        int letters = (lastSmall == 0 ? 0 : lastSmall <= 'f' ? 6 : 26) + (lastCapital == 0 ? 0 : lastCapital <= 'F' ? 6 : 26);
        return letters + (digits ? 10 : 0) + Math.min(ALL_SYMBOLS, 2 * symbols.cardinality());
    }

    /** How many different characters there are. */
    static int used(CharSequence text) {
        BitSet different = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            different.set(text.charAt(i));
        }
        return different.cardinality();
    }
}
