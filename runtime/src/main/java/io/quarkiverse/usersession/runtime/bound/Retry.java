package io.quarkiverse.usersession.runtime.bound;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import io.quarkiverse.usersession.runtime.crypto.KeyPurpose;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

/**
 * Makes a browser load a page again, once. Browsers don't refresh a device-bound session after a link on another site or in a
 * redirect, but they do when a page of this origin leads to the next.
 */
final class Retry {

    /** The parameter of the query that marks a repeated request. */
    static final String PARAMETER = "_device-proof";

    private static final int SECONDS = 60;

    private final SignInSeal marks;

    Retry(String cookieName, KeyRing keys, Randomness random) {
        this.marks = new SignInSeal(KeyPurpose.DEVICE_CHALLENGE, "retry " + cookieName, keys, random);
    }

    /**
     * A page that loads itself again, in ASCII. Its address is only a query, so that it can't lead to another host (RFC 3986
     * §5.2.2).
     *
     * @param query the query of the request; null if it has none
     */
    String page(String query, String signInId, long now) {
        String rest = encoded(withoutMark(query));
        String next = "?" + (rest.isEmpty() ? "" : rest + "&") + PARAMETER + "=" + marks.seal(signInId, now + SECONDS);
        return "<!doctype html><html lang=en><meta charset=utf-8><meta name=robots content=noindex>"
                + "<meta http-equiv=refresh content=\"0;url=" + escaped(next)
                + "\"><title>One moment</title></html>";
    }

    static boolean isMarked(String query) {
        return at(query, 0) >= 0;
    }

    /** Whether such a page, sent a moment ago for this sign-in, caused this request. */
    boolean hasComeAgain(String query, String signInId, long now) {
        for (int at = at(query, 0); at >= 0; at = at(query, at + 1)) {
            SealedSignIn mark = marks.open(query.substring(at + PARAMETER.length() + 1, end(query, at)));
            if (mark != null && !mark.isExpired(now) && mark.signInId().equals(signInId)) {
                return true;
            }
        }
        return false;
    }

    /** The query as it was before, empty if there was none. */
    static String withoutMark(String query) {
        String rest = query == null ? "" : query;
        for (int at = at(rest, 0); at >= 0; at = at(rest, 0)) {
            int end = end(rest, at);
            rest = end < rest.length() ? rest.substring(0, at) + rest.substring(end + 1)
                    : rest.substring(0, Math.max(0, at - 1));
        }
        return rest;
    }

    /** Where the parameter begins, from this place on; -1 if it is not there. */
    private static int at(String query, int from) {
        for (int at = query == null ? -1 : query.indexOf(PARAMETER + "=", from); at >= 0; at = query.indexOf(PARAMETER + "=",
                at + 1)) {
            if (at == 0 || query.charAt(at - 1) == '&') {
                return at;
            }
        }
        return -1;
    }

    private static int end(String query, int at) {
        int end = query.indexOf('&', at);
        return end < 0 ? query.length() : end;
    }

    /** Vert.x reads each byte of a query as a character. Browsers encode those that are not ASCII before they send them. */
    private static String encoded(String query) {
        StringBuilder encoded = new StringBuilder(query.length());
        for (byte next : query.getBytes(StandardCharsets.ISO_8859_1)) {
            if (next > ' ' && next <= '~') {
                encoded.append((char) next);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(next));
            }
        }
        return encoded.toString();
    }

    /** Escapes the text for an attribute of HTML. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 20);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
