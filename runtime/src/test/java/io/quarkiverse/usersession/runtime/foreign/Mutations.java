package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import io.quarkiverse.usersession.testsupport.RemixCookies;

/** Changes cookies and what is in them, at random but the same way each time. */
final class Mutations {

    private static final byte[] BYTES_AT_BORDERS = { 0, 1, 2, 0x7e, 0x7f, (byte) 0x80, (byte) 0xf7, (byte) 0xf8, (byte) 0xfe,
            (byte) 0xff };
    private static final List<String> PIECES_OF_JSON = List.of("null", "{", "}", "[", "]", "\"", ":", ",", "\\", "\\ud800",
            "\\udc00", "\u0000", "\ufeff", "1e99", "1E-5000", "1e99999999999", "-", ".5", "9".repeat(50), "true", "{\"a\":",
            "\"a\":null,", "__flash_", "[null]", "{}", "[[[[[[[[[[[[[[[[[[[[");
    private static final int MAX_BYTES = 2_200; // larger ones don't fit into a cookie

    final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    String text(List<String> originals) {
        String value = oneOf(originals);
        return switch (random.nextInt(12)) {
            case 0 -> value.substring(0, random.nextInt(value.length()));
            case 1 -> value.substring(random.nextInt(value.length()));
            case 2 -> value + anyText(1 + random.nextInt(20));
            case 3 -> anyText(1 + random.nextInt(20)) + value;
            case 4, 5 -> replaceCharacter(value);
            case 6 -> reencode(value);
            case 7 -> anyText(random.nextInt(400));
            case 8 -> splice(value, oneOf(originals));
            case 9 -> swap(value);
            case 10 -> Base64.getUrlEncoder().encodeToString(bytes(List.of(decoded(value))));
            default -> anyText(4_000 + random.nextInt(1_000));
        };
    }

    private String replaceCharacter(String value) {
        int at = random.nextInt(value.length());
        char other = random.nextInt(4) == 0 ? (char) random.nextInt(0x250) : value.charAt(random.nextInt(value.length()));
        return value.substring(0, at) + other + value.substring(at + 1);
    }

    private String reencode(String value) {
        return switch (random.nextInt(8)) {
            case 0 -> RemixCookies.percentEncoded(value);
            case 1 -> value.replace("%", "%25");
            case 2 -> value.toLowerCase();
            case 3 -> value.replace('+', '-').replace('/', '_');
            case 4 -> value.replace("=", "");
            case 5 -> value.replace(".", "=.") + "=";
            case 6 -> HexFormat.of().formatHex(value.getBytes(UTF_8));
            default -> Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
        };
    }

    private String splice(String value, String other) {
        return value.substring(0, random.nextInt(value.length())) + other.substring(random.nextInt(other.length()));
    }

    private String swap(String value) {
        char[] characters = value.toCharArray();
        int first = random.nextInt(characters.length);
        int second = random.nextInt(characters.length);
        char kept = characters[first];
        characters[first] = characters[second];
        characters[second] = kept;
        return new String(characters);
    }

    private byte[] decoded(String value) {
        try {
            return Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return value.getBytes(UTF_8);
        }
    }

    byte[] json(List<byte[]> originals) {
        if (random.nextInt(3) == 0) {
            return bytes(originals);
        }
        byte[] value = oneOf(originals);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(value.length + 1);
            value = join(Arrays.copyOf(value, at), oneOf(PIECES_OF_JSON).getBytes(UTF_8), tail(value, at));
        }
        return value;
    }

    byte[] bytes(List<byte[]> originals) {
        byte[] mutation = oneOf(originals).clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutation = mutate(mutation, originals);
        }
        return mutation.length > MAX_BYTES ? Arrays.copyOf(mutation, MAX_BYTES) : mutation;
    }

    private byte[] mutate(byte[] value, List<byte[]> originals) {
        if (value.length == 0) {
            return anyBytes(random.nextInt(100));
        }
        int at = random.nextInt(value.length);
        int end = at + 1 + random.nextInt(Math.min(value.length - at, 40));
        switch (random.nextInt(11)) {
            case 0:
            case 1:
                value[at] ^= (byte) (1 << random.nextInt(8));
                return value;
            case 2:
                value[at] = BYTES_AT_BORDERS[random.nextInt(BYTES_AT_BORDERS.length)];
                return value;
            case 3:
                value[at] += (byte) (random.nextInt(9) - 4);
                return value;
            case 4:
                return Arrays.copyOf(value, at);
            case 5:
                return join(Arrays.copyOf(value, at), tail(value, end));
            case 6:
                return join(Arrays.copyOf(value, at), anyBytes(1 + random.nextInt(10)), tail(value, at));
            case 7:
                return join(Arrays.copyOf(value, end), tail(value, at));
            case 8:
                return repeat(value, at, end);
            case 9:
                byte[] other = oneOf(originals);
                return join(Arrays.copyOf(value, at), tail(other, random.nextInt(other.length)));
            default:
                return random.nextInt(10) == 0 ? anyBytes(random.nextInt(MAX_BYTES)) : join(value, anyBytes(1));
        }
    }

    private byte[] repeat(byte[] value, int at, int end) {
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        repeated.write(value, 0, at);
        for (int i = random.nextInt(200); i >= 0; i--) {
            repeated.write(value, at, end - at);
        }
        repeated.write(value, end, value.length - end);
        return repeated.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] tail(byte[] value, int from) {
        return Arrays.copyOfRange(value, from, value.length);
    }

    private byte[] anyBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String anyText(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(10) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
