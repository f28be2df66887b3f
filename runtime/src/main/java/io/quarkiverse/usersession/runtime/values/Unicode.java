package io.quarkiverse.usersession.runtime.values;

import java.nio.charset.StandardCharsets;

/** Text that UTF-8 can carry, and so JSON: it has no half of a surrogate pair. */
public final class Unicode {

    private Unicode() {
    }

    /** @throws UnsuitableValueException if the key is not valid Unicode */
    public static String requireValid(String key) {
        if (!isValid(key)) {
            throw new UnsuitableValueException("the key is not valid Unicode: it contains half of a surrogate pair");
        }
        return key;
    }

    public static boolean isValid(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                // rare, and not worth a loop of its own
                return StandardCharsets.UTF_8.newEncoder().canEncode(text);
            }
        }
        return true;
    }
}
