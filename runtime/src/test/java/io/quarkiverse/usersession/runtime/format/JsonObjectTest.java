package io.quarkiverse.usersession.runtime.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

    private final JsonObject json = new JsonObject();

    @Test
    void readsBackWhatItWrote() throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("text", "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é漢😀\ud800");
        object.put("yes", true);
        object.put("no", false);
        object.put("int", Integer.MIN_VALUE);
        object.put("long", Long.MAX_VALUE);
        object.put("big", BigInteger.TEN.pow(1500));
        object.put("decimal", new BigDecimal("1.50"));
        object.put("exponent", new BigDecimal("1E+300"));
        object.put("list", List.of(1, "a", List.of(), Map.of()));
        object.put("", Map.of("😀", List.of(Map.of("x", 1))));

        assertThat(json.read(json.write(object), 0)).isEqualTo(object);
    }

    @Test
    void leavesRoomAroundWhatItWrites() {
        for (int length : new int[] { 0, 1, 100, 7_999, 8_000, 50_000 }) { // Jackson's buffer has 8000
            Map<String, Object> object = Map.of("k", "x".repeat(length));
            byte[] alone = json.write(object);

            byte[] bytes = json.write(object, 54, 16);

            assertThat(bytes).hasSize(54 + alone.length + 16);
            assertThat(Arrays.copyOfRange(bytes, 54, 54 + alone.length)).isEqualTo(alone)
                    .isEqualTo(("{\"k\":\"" + "x".repeat(length) + "\"}").getBytes(UTF_8));
        }
    }

    @Test
    void writesPlainUtf8() {
        assertThat(new String(json.write(Map.of("é", "😀漢")), UTF_8)).isEqualTo("{\"é\":\"😀漢\"}");
    }

    @Test
    void S15_anyTextRoundTripsAndCreatesNoOtherKey() throws IOException {
        Random random = new Random(15);
        String awkward = "\"\\{}[]:,!=\u0000\n\u2028%;é漢𝄞";
        for (int i = 0; i < 5_000; i++) {
            String key = text(random, awkward);
            String value = text(random, awkward);

            assertThat(json.read(json.write(Map.of(key, value)), 0)).isEqualTo(Map.of(key, value));
        }
    }

    @Test
    void S16_typeInformationIsDataLikeAnyOther() throws IOException {
        String gadget = "{\"@class\":\"javax.script.ScriptEngineManager\",\"@type\":[\"java.net.URL\",\"http://127.0.0.1/\"]}";

        assertThat(json.read(gadget.getBytes(UTF_8), 0)).isEqualTo(Map.of(
                "@class", "javax.script.ScriptEngineManager",
                "@type", List.of("java.net.URL", "http://127.0.0.1/")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "1", "\"a\"", "{", "{}{}", "{} x", "{\"a\":null}", "{\"a\":[null]}", "{\"a\"}",
            "{\"a\":NaN}", "{a:1}", "{'a':1}", "{\"a\":1,}", "{\"a\":1e99999999999}", "{\"a\":01}" })
    void refusesEverythingElseThanOneObjectOfPlainValues(String text) {
        assertThatIOException().isThrownBy(() -> json.read(text.getBytes(UTF_8), 0));
    }

    @Test
    void refusesToReadDeeperThanItsLimit() {
        String deep = "{\"a\":" + "[".repeat(JsonObject.MAX_DEPTH) + "]".repeat(JsonObject.MAX_DEPTH) + "}";

        assertThatIOException().isThrownBy(() -> json.read(deep.getBytes(UTF_8), 0));
    }

    @Test
    void refusesToWriteOtherTypes() {
        List<Object> list = new ArrayList<>();
        list.add(null);

        assertThatIllegalArgumentException().isThrownBy(() -> json.write(Map.of("a", new Object())));
        assertThatIllegalArgumentException().isThrownBy(() -> json.write(Map.of("a", list)));
    }

    private static String text(Random random, String alphabet) {
        int[] characters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }
}
