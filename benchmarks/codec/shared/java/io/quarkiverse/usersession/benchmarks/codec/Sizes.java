package io.quarkiverse.usersession.benchmarks.codec;

import java.util.Map;

/**
 * Prints, for each contender that is named, how many characters its cookie values have with each payload, and the longest text
 * that fits into a cookie of 4096 bytes, name and value; all with one name, and separated by tabs.
 */
public final class Sizes {

    private static final int MAX_VALUE = 4096 - "__session".length();

    private Sizes() {
    }

    public static void main(String[] names) throws Exception {
        for (String name : names) {
            try (Contender contender = Contender.named(name)) {
                StringBuilder line = new StringBuilder(name);
                for (Payload payload : Payload.values()) {
                    line.append('\t').append(contender.seal(payload.data()).length());
                }
                System.out.println(line.append('\t').append(capacity(contender)));
            }
        }
    }

    private static int capacity(Contender contender) throws Exception {
        int fits = 0;
        for (int step = 2048; step > 0; step /= 2) {
            if (contender.seal(Map.of("k", "x".repeat(fits + step))).length() <= MAX_VALUE) {
                fits += step;
            }
        }
        return fits;
    }
}
