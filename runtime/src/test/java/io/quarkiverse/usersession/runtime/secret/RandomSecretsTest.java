package io.quarkiverse.usersession.runtime.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random secrets of the usual forms are all accepted. With {@code -Dsecrets.each=1000000} a million of each form are judged,
 * which takes some minutes; {@code -Dsecrets.seed=...} draws others.
 */
class RandomSecretsTest {

    private static final int EACH = Integer.getInteger("secrets.each", 5_000);
    private static final long SEED = Long.getLong("secrets.seed", 20_261_126);
    private static final int PARTS = 20;

    private static final String DIGITS = "0123456789";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String CAPITAL = SMALL.toUpperCase();
    private static final String ALPHANUMERIC = DIGITS + SMALL + CAPITAL;

    static Stream<Arguments> forms() {
        Base64.Encoder base64 = Base64.getEncoder();
        Base64.Encoder base64url = Base64.getUrlEncoder().withoutPadding();
        HexFormat hex = HexFormat.of();
        return Stream.of(
                form("base64 of 32 bytes", random -> base64.encodeToString(bytes(random, 32))),
                form("base64 of 48 bytes, as of openssl rand", random -> base64.encodeToString(bytes(random, 48))),
                form("base64 of 64 bytes", random -> base64.encodeToString(bytes(random, 64))),
                form("base64url of 32 bytes", random -> base64url.encodeToString(bytes(random, 32))),
                form("Laravel's base64: of 32 bytes", random -> "base64:" + base64.encodeToString(bytes(random, 32))),
                form("32 hexadecimal digits", random -> hex.formatHex(bytes(random, 16))),
                form("64 hexadecimal digits", random -> hex.formatHex(bytes(random, 32))),
                form("64 hexadecimal digits in capitals", random -> hex.withUpperCase().formatHex(bytes(random, 32))),
                form("a UUID", random -> uuid(random)),
                form("two UUIDs", random -> uuid(random) + uuid(random)),
                form("two UUIDs with a dash", random -> uuid(random) + "-" + uuid(random)),
                form("two UUIDs without dashes", random -> (uuid(random) + uuid(random)).replace("-", "")),
                form("32 small letters", random -> text(random, SMALL, 32)),
                form("64 small letters", random -> text(random, SMALL, 64)),
                form("32 capital letters", random -> text(random, CAPITAL, 32)),
                form("32 letters", random -> text(random, SMALL + CAPITAL, 32)),
                form("32 letters and digits", random -> text(random, ALPHANUMERIC, 32)),
                form("43 letters and digits", random -> text(random, ALPHANUMERIC, 43)),
                form("64 letters and digits", random -> text(random, ALPHANUMERIC, 64)),
                form("32 small letters and digits", random -> text(random, SMALL + DIGITS, 32)),
                form("base32", random -> text(random, CAPITAL + "234567", 52)),
                form("40 digits", random -> text(random, DIGITS, 40)),
                form("a name and 40 digits", random -> "my-app-" + text(random, DIGITS, 40)),
                form("secret_ and 40 letters and digits", random -> "secret_" + text(random, ALPHANUMERIC, 40)),
                form("a name and 32 letters and digits", random -> "my-app-prod-" + text(random, ALPHANUMERIC, 32)),
                form("a name and 32 hexadecimal digits", random -> "shop-session-" + hex.formatHex(bytes(random, 16))),
                form("a name and 64 hexadecimal digits", random -> "shop-session-" + hex.formatHex(bytes(random, 32))),
                form("a name and a UUID", random -> "shop-session-" + uuid(random)),
                form("base64 of 32 hexadecimal digits and a line break",
                        random -> base64.encodeToString((hex.formatHex(bytes(random, 16)) + "\n").getBytes(US_ASCII))),
                form("base64 of a UUID", random -> base64.encodeToString(uuid(random).getBytes(US_ASCII))),
                form("hexadecimal digits with colons", random -> HexFormat.ofDelimiter(":").formatHex(bytes(random, 32))),
                form("a name and base64 of 32 bytes", random -> "my-app-prod-" + base64.encodeToString(bytes(random, 32))),
                form("nanoid", random -> text(random, ALPHANUMERIC + "_-", 32)),
                form("a password manager's", random -> text(random, ALPHANUMERIC + "!@.-_*", 40)),
                form("with all symbols", random -> text(random, ALPHANUMERIC + "!#$%&()*+,-./:;<=>?@[]^_{|}~", 40)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void S4_acceptsAllRandomSecrets(String form, Function<SplittableRandom, String> generator) {
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            SplittableRandom random = new SplittableRandom(SEED + part);
            for (int i = 0; i < EACH / PARTS; i++) {
                String secret = generator.apply(random);
                Optional<String> weakness = SecretRules.weakness(secret);
                if (weakness.isPresent()) {
                    refused.add(secret + " " + weakness.get());
                }
            }
        });

        assertThat(List.copyOf(refused)).as("seed %d", SEED).isEmpty();
    }

    private static Arguments form(String name, Function<SplittableRandom, String> generator) {
        return Arguments.of(name, generator);
    }

    private static byte[] bytes(SplittableRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(SplittableRandom random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** As {@link UUID#randomUUID()} makes them. */
    private static String uuid(SplittableRandom random) {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63).toString();
    }
}
