package io.quarkiverse.usersession.benchmarks.http.load;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * A request with as many cookies of one name as fit in.
 *
 * @param what the cookies are
 * @param value of each of them
 * @param most how many there are, unless fewer fit in
 * @param tried whether it takes a decryption or a signature to refuse such a cookie
 * @param lines whether each has a header line of its own, which HTTP/1.1 does not forbid
 */
record Flood(String what, String value, int most, boolean tried, boolean lines) {

    Flood(String what, String value, int most, boolean tried) {
        this(what, value, most, tried, false);
    }

    static final String NAME = "__session";
    static final String OTHER_NAME = "__sessiom";

    /** Of which the cost is that of the work which is not saved. */
    static final int TRIED = 8;

    // what Quarkus takes by default, with room for the rest of the request
    private static final int HTTP_1_CHARACTERS = 20_000;
    private static final int HTTP_2_CHARACTERS = 3_950; // in each of two fields, see Http2Flood

    private static final int COOKIE_CHARACTERS = 96; // of the shortest cookie that can't be refused by its length
    private static final int KEY_CHARACTERS = 7; // that tell the version and the key

    /** @param cookie a good one, as {@code name=value} */
    static List<Flood> ofOurs(String cookie) {
        String key = cookie.substring(NAME.length() + 1, NAME.length() + 1 + KEY_CHARACTERS);
        String badTag = key + "A".repeat(COOKIE_CHARACTERS - KEY_CHARACTERS);
        return List.of(
                new Flood("`..`", "..", 562, false),
                new Flood("`!!`", "!!", 1_392, false),
                new Flood("`!!`, a line each", "!!", 1_392, false, true),
                new Flood("one wrong character", badTag.substring(0, COOKIE_CHARACTERS - 1) + "!", 183, false),
                new Flood("bad tag", badTag, 183, true),
                new Flood("bad tag", badTag, TRIED, true));
    }

    static List<Flood> ofRemix() {
        String payload = "eyJ1c2VyIjoiR3JhY2UifQ%3D%3D";
        String signature = "." + "A".repeat(43);
        return List.of(
                new Flood("`..`", "..", 562, false),
                new Flood("`!!`", "!!", 1_392, false),
                new Flood("one wrong character", "!" + payload + signature, 200, false),
                new Flood("bad signature", payload + signature, 200, true),
                new Flood("bad signature", payload + signature, TRIED, true));
    }

    static List<Flood> ofGorilla() {
        byte[] message = ("1700000000|eyJ1c2VyIjoiR3JhY2UifQ==|" + "x".repeat(32)).getBytes(StandardCharsets.US_ASCII);
        String unsigned = Base64.getUrlEncoder().encodeToString(message);
        return List.of(
                new Flood("`..`", "..", 562, false),
                new Flood("`!!`", "!!", 1_392, false),
                new Flood("one wrong character", unsigned.substring(0, unsigned.length() - 1) + "!", 200, false),
                new Flood("bad signature", unsigned, 200, true),
                new Flood("bad signature", unsigned, TRIED, true));
    }

    boolean isOfEight() {
        return most == TRIED;
    }

    /** The value of the {@code Cookie} header in HTTP/1.1. */
    String http1(String name) {
        return cookies(name, http1Number());
    }

    int http1Number() {
        return Math.min(most, HTTP_1_CHARACTERS / characters());
    }

    /** The value of one of the two {@code cookie} fields in HTTP/2. */
    String http2(String name) {
        return cookies(name, http2Number() / 2);
    }

    int http2Number() {
        return 2 * Math.min(most / 2, HTTP_2_CHARACTERS / characters());
    }

    private int characters() {
        return NAME.length() + "=".length() + value.length() + separator().length();
    }

    private String separator() {
        return lines ? "\r\nCookie: " : "; ";
    }

    private String cookies(String name, int number) {
        return String.join(separator(), Collections.nCopies(number, name + "=" + value));
    }
}
