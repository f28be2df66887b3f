package io.quarkiverse.usersession.runtime.bound;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts in headers: strings of structured fields (RFC 9651 §3.3.3). Chromium sends them without the quotation marks of the
 * specification. Both forms are read, and the specified one is written.
 */
final class HeaderText {

    private static final int MAX_CHARACTERS = 8192;
    private static final int MAX_IDENTIFIERS = 8;
    private static final String IDENTIFIER = "session_identifier";

    private final String text;
    private int at;

    private HeaderText(String text) {
        this.text = text;
    }

    /** The text as a string of a structured field. It must be visible ASCII. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * The only text of a header, without its parameters.
     *
     * @param lines the lines of the header; empty if the request doesn't have it
     * @return null unless there is exactly one, and it is well-formed
     */
    static String only(List<String> lines) {
        if (lines.size() != 1 || lines.get(0).length() > MAX_CHARACTERS) {
            return null;
        }
        HeaderText header = new HeaderText(lines.get(0));
        header.skipBlanks();
        String value = header.value();
        header.skipBlanks();
        return value == null || header.at < header.text.length() && header.text.charAt(header.at) != ';' ? null : value;
    }

    /** The sessions that a list of reasons names, as in {@code unreachable;session_identifier="…", quota_exceeded}. */
    static List<String> identifiers(List<String> lines) {
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            if (line.length() <= MAX_CHARACTERS) {
                new HeaderText(line).addIdentifiers(found);
            }
        }
        return found;
    }

    private void addIdentifiers(List<String> found) {
        while (at < text.length() && found.size() < MAX_IDENTIFIERS) {
            int start = at;
            String word = value();
            if (IDENTIFIER.equals(word) && at < text.length() && text.charAt(at) == '=') {
                at++;
                String identifier = value();
                if (identifier != null) {
                    found.add(identifier);
                }
            } else if (at == start) {
                at++; // a separator
            }
        }
    }

    /** The string or token that begins here; null if there is none. */
    private String value() {
        return at < text.length() && text.charAt(at) == '"' ? string() : token();
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"') {
                at++;
                return value.toString();
            }
            if (character == '\\') {
                at++;
                if (at == text.length() || text.charAt(at) != '"' && text.charAt(at) != '\\') {
                    return null;
                }
                character = text.charAt(at);
            } else if (character < ' ' || character > '~') {
                return null;
            }
            value.append(character);
        }
        return null;
    }

    private String token() {
        int start = at;
        while (at < text.length() && isOfToken(text.charAt(at))) {
            at++;
        }
        return at == start ? null : text.substring(start, at);
    }

    /** Whether the character can be part of base64url, JSON Web Tokens and words. */
    private static boolean isOfToken(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9' || character == '-' || character == '_' || character == '.';
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }
}
