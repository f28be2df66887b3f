package io.quarkiverse.usersession.runtime.foreign;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * Decodes values that Go types have encoded themselves. Only these types can read their bytes, except for a few well-known
 * types.
 * <p>
 * A gob names the package of a type only directly behind an interface. Elsewhere {@code time.Time} and UUIDs are recognized by
 * their name and the form of their bytes.
 */
final class GoEncoded {

    private static final int UUID_BYTES = 2 * Long.BYTES;

    private GoEncoded() {
    }

    /**
     * @param goType the name of the type, as far as {@link #name} can tell
     * @return the instant, UUID, text or number, or null if the type is not known
     */
    static Object decoded(String goType, byte[] bytes) {
        return switch (goType) {
            case "time.Time", "Time" -> GoTime.unmarshal(bytes);
            case "net/url.URL", "url.URL" -> Utf8.decode(bytes); // MarshalBinary is String
            case "math/big.Int", "big.Int" -> bigInt(bytes);
            default -> isUuid(goType) && bytes.length == UUID_BYTES ? uuid(bytes) : null;
        };
    }

    /**
     * The name of the innermost type, with its package if the type behind the closest interface tells it.
     *
     * @param closest such as {@code []time.Time} or {@code map[string]*url.URL}
     * @param name of the innermost type, without its package
     */
    static String name(String closest, String name) {
        String innermost = closest;
        for (int begin = 0; begin >= 0; begin = elementType(innermost)) {
            innermost = innermost.substring(begin);
        }
        return name.isEmpty() || innermost.endsWith('.' + name) ? innermost : name;
    }

    /** Where the name of the element type begins in the name of an unnamed type, or -1. */
    private static int elementType(String goType) {
        if (goType.startsWith("*")) {
            return 1;
        }
        int open = goType.startsWith("map[") ? 3 : 0;
        if (!goType.startsWith("[", open)) {
            return -1;
        }
        int depth = 0;
        for (int i = open; i < goType.length(); i++) {
            depth += switch (goType.charAt(i)) {
                case '[' -> 1;
                case ']' -> -1;
                default -> 0;
            };
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether it is a UUID. The packages of google, gofrs, satori and others all write the bytes of RFC 9562. */
    private static boolean isUuid(String goType) {
        return goType.equals("UUID") || goType.endsWith(".UUID");
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong());
    }

    /** The version, which is 1, and the sign in one byte, then the absolute value. */
    private static BigInteger bigInt(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != 2 && bytes[0] != 3) {
            return null;
        }
        return new BigInteger(bytes[0] == 3 ? -1 : 1, Arrays.copyOfRange(bytes, 1, bytes.length));
    }
}
