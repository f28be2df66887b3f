package io.quarkiverse.usersession.runtime.origin;

/** A text from a client, made safe for a message: not too long, and without characters that could forge a log. */
final class ShownText {

    private static final int CHARACTERS = 200;

    private ShownText() {
    }

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int length = Math.min(text.length(), CHARACTERS);
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            shown.append(character > ' ' && character < 0x7F && character != '\'' ? character : '?');
        }
        return shown.append(length < text.length() ? "..." : "").toString();
    }
}
