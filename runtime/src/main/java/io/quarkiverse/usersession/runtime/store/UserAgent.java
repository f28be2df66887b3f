package io.quarkiverse.usersession.runtime.store;

import java.util.Optional;

/** The {@code User-Agent} of a browser, cleaned so that it can be stored and shown: a client can send any text. */
final class UserAgent {

    static final int MAX_LENGTH = 120;

    private UserAgent() {
    }

    /**
     * @param header null if the browser sent none
     * @return at most {@value #MAX_LENGTH} characters, without invisible ones and those that change the direction of text
     */
    static Optional<String> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(Math.min(header.length(), MAX_LENGTH));
        for (int i = 0; i < header.length();) {
            int character = header.codePointAt(i);
            int length = Character.charCount(character);
            if (isShown(character)) {
                if (text.length() + length > MAX_LENGTH) {
                    break;
                }
                text.appendCodePoint(character);
            }
            i += length;
        }
        String shown = text.toString().strip();
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.UNASSIGNED ->
                false;
            default -> true;
        };
    }
}
