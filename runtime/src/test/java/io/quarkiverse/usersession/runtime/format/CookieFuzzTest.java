package io.quarkiverse.usersession.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** S10: whatever a client makes of a cookie, it neither opens nor throws. */
class CookieFuzzTest {

    private static final long SEED = 20260101L;
    private static final int CASES = 150_000;

    private final Random random = new Random(SEED);
    private final CookieFormat format = CookieFormatTest.format("__session", CookieFormatTest.SECRET);
    private final List<String> originals = List.of(
            format.seal(CookieFormatTest.CONTENT),
            format.seal(content(Map.of())),
            format.seal(content(Map.of("k", "x".repeat(2_900)))));

    @Test
    void S10_noMutationOpensOrThrows() {
        int tried = 0;
        for (int i = 0; i < CASES; i++) {
            String mutation = mutate(originals.get(random.nextInt(originals.size())));
            if (originals.contains(mutation)) {
                continue;
            }
            try {
                OpenedCookie opened = format.open(mutation);
                CookieOutcome refusal = format.refusal("x" + mutation + "x", 1, 1 + mutation.length());
                assertThat(opened.content()).isNull();
                assertThat(opened.outcome()).isEqualTo(refusal == null ? CookieOutcome.DAMAGED : refusal);
            } catch (Throwable e) {
                throw new AssertionError("seed " + SEED + ", case " + i + ": " + mutation, e);
            }
            tried++;
        }
        System.out.printf("%d mutated cookies, seed %d%n", tried, SEED);
        assertThat(tried).as("mutations tried, seed %d", SEED).isGreaterThan(100_000);
    }

    private String mutate(String value) {
        return switch (random.nextInt(12)) {
            case 0 -> flipBits(value);
            case 1 -> value.substring(0, random.nextInt(value.length()));
            case 2 -> value.substring(random.nextInt(value.length()));
            case 3 -> value + text(1 + random.nextInt(20));
            case 4 -> text(1 + random.nextInt(20)) + value;
            case 5 -> replaceCharacter(value);
            case 6 -> reencode(value);
            case 7 -> text(random.nextInt(400));
            case 8 -> splice(value, originals.get(random.nextInt(originals.size())));
            case 9 -> swap(value);
            case 10 -> truncateBytes(value);
            default -> randomBytesBehindTheHeader(value);
        };
    }

    private String flipBits(String value) {
        byte[] bytes = Base64.getUrlDecoder().decode(value);
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return CanonicalBase64.URL.encode(bytes);
    }

    private String replaceCharacter(String value) {
        int at = random.nextInt(value.length());
        return value.substring(0, at) + (char) random.nextInt(0x250) + value.substring(at + 1);
    }

    private String reencode(String value) {
        byte[] bytes = Base64.getUrlDecoder().decode(value);
        return switch (random.nextInt(5)) {
            case 0 -> Base64.getEncoder().encodeToString(bytes) + "=";
            case 1 -> Base64.getUrlEncoder().encodeToString(bytes) + "=";
            case 2 -> HexFormat.of().formatHex(bytes);
            case 3 -> Base64.getUrlEncoder().encodeToString(value.getBytes(StandardCharsets.US_ASCII));
            default -> value.replaceFirst("A", "%41") + "%";
        };
    }

    private String splice(String value, String other) {
        int at = random.nextInt(Math.min(value.length(), other.length()));
        return value.substring(0, at) + other.substring(at);
    }

    private String swap(String value) {
        int first = random.nextInt(value.length());
        int second = random.nextInt(value.length());
        char[] characters = value.toCharArray();
        char kept = characters[first];
        characters[first] = characters[second];
        characters[second] = kept;
        return new String(characters);
    }

    private String truncateBytes(String value) {
        byte[] bytes = Base64.getUrlDecoder().decode(value);
        return CanonicalBase64.URL.encode(Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1)));
    }

    private String randomBytesBehindTheHeader(String value) {
        byte[] bytes = new byte[random.nextInt(3_000) + 5];
        random.nextBytes(bytes);
        System.arraycopy(Base64.getUrlDecoder().decode(value), 0, bytes, 0, 5);
        return CanonicalBase64.URL.encode(bytes);
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(10) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    private static SessionContent content(Map<String, Object> entries) {
        return new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), 1_700_000_000L, 1_700_000_000L, 3_600L, false, entries);
    }
}
