package io.quarkiverse.usersession.runtime.config;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Reads secrets as they were meant. Accidental white space would change a secret, and sign everybody out.
 */
final class SecretSpelling {

    private static final char REPLACEMENT_CHARACTER = '\ufffd';

    private SecretSpelling() {
    }

    /**
     * Reads a single secret.
     *
     * @param what the beginning of the message, such as "The session secret"
     * @throws ConfigurationException if nobody can have meant it like this
     */
    static String single(String what, String secret) {
        if (!secret.equals(strip(secret))) {
            throw new ConfigurationException(what + " begins or ends with white space, such as the line break that ends a"
                    + " file: remove it on all replicas at once, for example with printf %s or tr -d '\\n'");
        }
        return checked(what, secret);
    }

    /**
     * Reads a list of secrets, without white space around the elements. Blank elements are left out.
     *
     * @throws ConfigurationException if all elements are blank, or if nobody can have meant one like this
     */
    static List<String> list(String key, List<String> elements) {
        List<String> secrets = new ArrayList<>();
        for (String element : elements) {
            String secret = strip(element);
            if (!secret.isEmpty()) {
                secrets.add(checked("A secret of " + key, secret));
            }
        }
        if (secrets.isEmpty() && !elements.isEmpty()) {
            throw new ConfigurationException(key + " contains only white space: set it to secrets separated by commas, or"
                    + " remove it");
        }
        return List.copyOf(secrets);
    }

    /** Splits a list as SmallRye Config does, but keeps empty elements. A backslash escapes the next character. */
    static String[] split(String list) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        for (int i = 0; i < list.length(); i++) {
            char character = list.charAt(i);
            if (character == ',') {
                elements.add(element.toString());
                element.setLength(0);
            } else if (character != '\\') {
                element.append(character);
            } else if (++i < list.length()) {
                element.append(list.charAt(i));
            }
        }
        elements.add(element.toString());
        return elements.toArray(String[]::new);
    }

    static String checked(String what, String secret) {
        if (secret.indexOf(REPLACEMENT_CHARACTER) >= 0) {
            throw new ConfigurationException(
                    what + " contains a character that could not be read and became U+FFFD: set LC_ALL"
                            + " to a UTF-8 locale such as C.UTF-8, or use a secret in ASCII");
        }
        if (secret.indexOf('\n') >= 0 || secret.indexOf('\r') >= 0) {
            throw new ConfigurationException(what + " contains a line break: write it on one line, and separate several"
                    + " secrets with commas");
        }
        return secret;
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Includes invisible characters, such as the byte order mark at the beginning of some files. */
    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
