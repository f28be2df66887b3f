package io.quarkiverse.usersession.runtime.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualJsonTest {

    private static final String ALPHABET = "{}[]\",:\\-+.eE0123456789 truefalsn\u007f\u0000\n\u00e9";

    private final JsonObject json = new JsonObject();
    private final KeyCache keys = new KeyCache();

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"\":\"\"}", "{\"a\":\"text ~!\"}", "{\"a\":0,\"b\":-1,\"c\":1700000000,\"d\":2147483648}",
            "{\"a\":-2147483648,\"b\":-2147483649,\"c\":999999999999999999}", "{\"a\":true,\"b\":false}",
            "{\"a\":[],\"b\":{},\"c\":[1,[\"x\",true],{\"y\":{\"z\":2}}]}", "{\"a\":1,\"a\":2}" })
    void readsWhatIsUsualAsJacksonDoes(String text) throws IOException {
        assertThat(usual(text)).isNotNull().isEqualTo(any(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{", "{}{}", "{} ", " {}", "{\"a\":1 }", "{\"a\": 1}", "{\"a\":null}",
            "{\"a\":[null]}", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":\"x}", "{\"a\":[1}", "{\"a\":[1,]}",
            "{\"a\":01}", "{\"a\":-0}", "{\"a\":-}", "{\"a\":+1}", "{\"a\":1.0}", "{\"a\":0.5}", "{\"a\":1e3}", "{\"a\":0e3}",
            "{\"a\":1000000000000000000}", "{\"a\":truE}", "{\"a\":tru", "{\"a\":True}", "{\"a\":\"\\n\"}", "{\"a\":\"\t\"}",
            "{\"a\":\"\u00e9\"}", "{\"\u00e9\":1}", "{\"a\":1", "{\"a\":1]", "{\"a\":\"\ud83d\ude00\"}",
            "{\"a\":[[[[[[[[1]]]]]]]]}" })
    void leavesAllElseToJackson(String text) {
        assertThat(usual(text)).isNull();
    }

    @Test
    void seesNothingBeyondItsPartOfTheArray() {
        byte[] bytes = "{\"a\":12,\"b\":3}".getBytes(UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(UsualJson.read(keys, bytes, 0, length)).as("%d bytes", length).isNull();
        }
        assertThat(UsualJson.read(keys, "xx{\"a\":1}yy".getBytes(UTF_8), 2, 7)).isEqualTo(Map.of("a", 1));
    }

    @Test
    void whatItReadsOfDamagedObjectsIsWhatJacksonReads() {
        Random random = new Random(20260103);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = json.write(object(random, 0));
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                bytes = changed(random, bytes);
            }
            Map<String, Object> usual = UsualJson.read(keys, bytes, 0, bytes.length);
            if (usual == null) {
                refused++;
            } else {
                read++;
                assertThat(usual).as("of %s", new String(bytes, UTF_8)).isEqualTo(any(bytes));
                assertThat(new ArrayList<>(usual.keySet())).isEqualTo(new ArrayList<>(any(bytes).keySet()));
            }
        }
        assertThat(read).as("usual ones").isGreaterThan(20_000);
        assertThat(refused).as("others").isGreaterThan(20_000);
    }

    @Test
    void keysOfOneHashAreToldApart() {
        // "Aa" and "BB" have the same hash; there are also more keys here than the cache has room for
        StringBuilder text = new StringBuilder("{\"Aa\":1,\"BB\":2,\"AaAa\":3,\"BBBB\":4,\"AaBB\":5");
        Map<String, Object> expected = new LinkedHashMap<>(Map.of("Aa", 1, "BB", 2, "AaAa", 3, "BBBB", 4, "AaBB", 5));
        for (int i = 0; i < 2_000; i++) {
            text.append(",\"key-").append(i).append("\":").append(i);
            expected.put("key-" + i, i);
        }
        text.append('}');

        assertThat(usual(text.toString())).isEqualTo(expected);
        assertThat(usual(text.toString())).isEqualTo(expected);
    }

    private Map<String, Object> usual(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return UsualJson.read(keys, bytes, 0, bytes.length);
    }

    private Map<String, Object> any(String text) {
        return any(text.getBytes(UTF_8));
    }

    private Map<String, Object> any(byte[] bytes) {
        try {
            return json.readAny(bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new AssertionError("Jackson refuses what has been read: " + new String(bytes, UTF_8), e);
        }
    }

    private static byte[] changed(Random random, byte[] bytes) {
        byte[] changed = switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> Arrays.copyOf(bytes, bytes.length + 1);
            default -> bytes.clone();
        };
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return changed;
    }

    private static Map<String, Object> object(Random random, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(text(random), value(random, depth + 1));
        }
        return object;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0 -> text(random);
            case 1 -> random.nextInt(20) - 10;
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> random.nextBoolean();
            case 4 -> random.nextInt(10) == 0 ? new BigDecimal("1.50") : "x";
            case 5 -> object(random, depth);
            default -> List.of(value(random, depth + 1), 1);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(random.nextInt(30) == 0 ? (char) 0xe9 : (char) ('a' + random.nextInt(4)));
        }
        return text.toString();
    }
}
