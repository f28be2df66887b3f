package io.quarkiverse.usersession.runtime.foreign;

import static io.quarkiverse.usersession.runtime.foreign.GobBytes.GOB_ENCODER_FORM;
import static io.quarkiverse.usersession.runtime.foreign.GobBytes.INT;
import static io.quarkiverse.usersession.runtime.foreign.GobBytes.INTERFACE;
import static io.quarkiverse.usersession.runtime.foreign.GobBytes.MAP_FORM;
import static io.quarkiverse.usersession.runtime.foreign.GobBytes.SLICE_FORM;
import static io.quarkiverse.usersession.runtime.foreign.GobBytes.STRING;
import static io.quarkiverse.usersession.runtime.foreign.GobBytes.gob;
import static io.quarkiverse.usersession.runtime.foreign.GobBytes.session;
import static io.quarkiverse.usersession.runtime.foreign.GobBytes.sessionOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.testsupport.Allocation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class GobReaderTest {

    private static final long OWN = 66;
    private static final String DAMAGED = "holds a gob that is damaged";

    static Stream<Arguments> vectors() {
        return Vectors.cases("gob.json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsWhatGoWroteOrSaysWhyNot(JsonObject vector) throws DamagedCookieException {
        byte[] bytes = HexFormat.of().parseHex(vector.getString("gobHex"));

        if (vector.containsKey("unusable")) {
            assertThatExceptionOfType(DamagedCookieException.class).isThrownBy(() -> entries(bytes))
                    .withMessageContaining(vector.getString("unusable"));
        } else {
            LeftOut leftOut = new LeftOut();
            assertThat(ForeignEntries.of(GobReader.read(bytes, leftOut), EntryKey::plain, leftOut))
                    .isEqualTo(Vectors.entries(vector.getJsonObject("data"), EntryKey::plain));
            assertThat(leftOut.values().stream().map(value -> (value.key() == null ? "" : value.key()) + "|" + value.what()))
                    .as("left out").containsExactlyElementsOf(vector.getJsonArray("leftOut", new JsonArray()).stream()
                            .map(String.class::cast).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aStreamThatIsCutShortAnywhereIsDamaged(JsonObject vector) {
        byte[] bytes = HexFormat.of().parseHex(vector.getString("gobHex"));
        for (int length = 0; length < bytes.length; length++) {
            byte[] truncated = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(DamagedCookieException.class).as("%d bytes", length)
                    .isThrownBy(() -> entries(truncated));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aStreamThatGoesOnIsDamaged(JsonObject vector) {
        byte[] bytes = HexFormat.of().parseHex(vector.getString("gobHex"));

        assertThatExceptionOfType(DamagedCookieException.class)
                .isThrownBy(() -> entries(Arrays.copyOf(bytes, bytes.length + 1)));
        assertThatExceptionOfType(DamagedCookieException.class)
                .isThrownBy(() -> entries(gob().raw(bytes).raw(bytes).toByteArray()));
    }

    @Test
    void readsNumbersAsTheFormatIsDocumented() throws DamagedCookieException {
        assertThat(new GobInput(HexFormat.of().parseHex("00")).unsigned()).isZero();
        assertThat(new GobInput(HexFormat.of().parseHex("07")).unsigned()).isEqualTo(7);
        assertThat(new GobInput(HexFormat.of().parseHex("fe0100")).unsigned()).isEqualTo(256);
        assertThat(new GobInput(HexFormat.of().parseHex("fe0101")).signed()).isEqualTo(-129);
        assertThat(new GobInput(HexFormat.of().parseHex("06")).signed()).isEqualTo(3);
        assertThat(new GobInput(HexFormat.of().parseHex("fe3140")).floating()).isEqualTo(17.0);
        assertThat(new GobInput(HexFormat.of().parseHex("f8ffffffffffffffff")).signed()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void theTestsWriteWhatGoWrites() {
        assertThat(session(gob().dynamic("int", INT, gob().integer(-129)))).asHexString()
                .isEqualToIgnoringCase(Vectors.named("gob.json", "int -129").getString("gobHex"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "f7010203040506070809", "80", "f8ffffffffffffff", "ff" })
    void aNumberHasEightBytesAtMostAndAllOfThem(String hex) {
        damaged(session(gob().dynamic("uint", 3, gob().hex(hex))));
    }

    @Test
    void aTypeIsDefinedOnce() {
        GobBytes list = gob().dynamic("[]interface {}", OWN, gob().unsigned(0));

        damaged(session(gob().definition(OWN, SLICE_FORM, INTERFACE).definition(OWN, SLICE_FORM, INTERFACE), list));
        damaged(session(gob().definition(OWN, SLICE_FORM, INTERFACE).definition(OWN, SLICE_FORM, STRING), list));
        damaged(session(gob().definition(65, MAP_FORM, INTERFACE, INTERFACE), list));
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 6, 16, 63, Long.MIN_VALUE })
    void predefinedTypesAreNotDefined(long id) {
        damaged(session(gob().definition(id, SLICE_FORM, STRING), gob().dynamic("string", STRING, gob().text("a"))));
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, -1, -6, 9, 16, 23, 63, 67, 4_294_967_302L, -4_294_967_290L, Long.MIN_VALUE, Long.MAX_VALUE })
    void elementsOfAnUnknownTypeAreDamaged(long id) {
        damaged(session(gob().definition(OWN, SLICE_FORM, id), gob().dynamic("x", OWN, gob().unsigned(1).text("a"))));
        damaged(session(gob().definition(OWN, MAP_FORM, STRING, id), gob().dynamic("x", OWN, gob().unsigned(0))));
        damaged(session(gob().definition(OWN, MAP_FORM, id, STRING), gob().dynamic("x", OWN, gob().unsigned(0))));
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 9, 16, 63, 66, 4_294_967_302L, Long.MAX_VALUE })
    void aValueOfAnUnknownTypeIsDamaged(long id) {
        damaged(session(gob().dynamic("string", id, gob().text("a"))));
    }

    @Test
    void aNegativeIdIsADefinitionAndMustBeOne() {
        damaged(session(gob().dynamic("string", -OWN, gob().text("a"))));
    }

    @Test
    void aDefinitionHasOneOfTheKnownForms() {
        damaged(session(gob().definition(OWN, 7, STRING), gob().dynamic("main.T", OWN, gob().text("a"))));
        damaged(session(gob().chunk(gob().integer(-OWN).unsigned(0)), gob().dynamic("main.T", OWN, gob().text("a"))));
    }

    @Test
    void theNameOfATypeIsShownShortAndOnOneLineWithoutItsPath() throws DamagedCookieException {
        String path = "github.com/acme/backend/internal/authentication/";

        assertThat(unsupported(path + "auth.User")).isEqualTo("of the Go type 'auth.User'");
        assertThat(unsupported("acme.org/auth.Of[acme.org/auth.User]"))
                .isEqualTo("of the Go type 'auth.Of[acme.org/auth.User]'");
        assertThat(unsupported("a\nINFO forged")).isEqualTo("of the Go type 'a?INFO forged'");
        assertThat(unsupported("x".repeat(300))).hasSizeLessThan(100);
        assertThat(leftOut(session(gob().raw((byte) 2, (byte) 'a', (byte) 0xff).integer(7).chunk(gob().hex("000000")))))
                .isEqualTo("of the Go type 'a\ufffd'");
    }

    private static String unsupported(String goType) throws DamagedCookieException {
        return leftOut(session(gob().definition(OWN, GOB_ENCODER_FORM), gob().dynamic(goType, OWN, gob().text("a"))));
    }

    private static String leftOut(byte[] bytes) throws DamagedCookieException {
        LeftOut leftOut = new LeftOut();
        assertThat(GobReader.read(bytes, leftOut)).isEmpty();
        assertThat(leftOut.values()).hasSize(1);
        assertThat(leftOut.values().iterator().next().key()).isEqualTo("k");
        return leftOut.values().iterator().next().what();
    }

    @ParameterizedTest
    @ValueSource(ints = { GOB_ENCODER_FORM, 5, 6 })
    void onlyTheNameOfTimeMakesATimeOfWhatEncodesItself(int form) throws DamagedCookieException {
        GobBytes definition = gob().definition(OWN, form);
        GobBytes bytes = gob().hex("0f 01 0000000ee06096702f072f40ffff");

        assertThat(entries(session(definition, gob().dynamic("time.Time", OWN, bytes))))
                .isEqualTo(Map.of("k", "2025-09-20T12:34:56.789Z"));
        assertThat(entries(session(definition, gob().dynamic("*time.Time", OWN, bytes))))
                .isEqualTo(Map.of("k", "2025-09-20T12:34:56.789Z"));
        assertThat(leftOut(session(definition, gob().dynamic("mytime.Time", OWN, bytes)))).contains("'mytime.Time'");
        assertThat(leftOut(session(definition, gob().dynamic("acme.org/time.Time", OWN, bytes)))).contains("'time.Time'");
        assertThat(leftOut(session(definition, gob().dynamic("time.Time", OWN, gob().text("not a time")))))
                .contains("'time.Time'");
        damaged(session(gob().dynamic("time.Time", OWN, bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "07", "0f01", "01", "09" })
    void aDefinitionHasTheFieldsOfItsFormInTheirOrder(String distances) {
        GobBytes definition = gob().integer(-OWN).unsigned(SLICE_FORM + 1).hex(distances).unsigned(0).unsigned(0).unsigned(0);

        damaged(session(gob().chunk(definition), gob().dynamic("string", STRING, gob().text("a"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "f8ffffffffffffffff", "f87fffffffffffffff", "fc7fffffff", "80", "ff80" })
    void theDistanceToAFieldIsBounded(String distance) {
        damaged(session(gob().chunk(gob().integer(-OWN).hex(distance).hex("0102ff84000110").hex("0000")),
                gob().dynamic("string", STRING, gob().text("a"))));
    }

    @Test
    void readsADefinitionWithTheNameOfItsType() throws DamagedCookieException {
        GobBytes definition = gob().integer(-OWN).unsigned(SLICE_FORM + 1)
                .unsigned(1).unsigned(1).text("Roles").unsigned(1).integer(OWN).unsigned(0)
                .unsigned(1).integer(STRING).unsigned(0).unsigned(0);

        assertThat(entries(session(gob().chunk(definition), gob().dynamic("main.Roles", OWN, gob().unsigned(1).text("a")))))
                .isEqualTo(Map.of("k", List.of("a")));
    }

    @Test
    void S10_lengthsThatAreMerelyClaimedAreNotAllocated() {
        for (long claimed : new long[] { 2, 127, 128, 4_096, 1 << 20, Integer.MAX_VALUE, 1L << 31, 1L << 32, Long.MAX_VALUE,
                Long.MIN_VALUE, -1 }) {
            for (GobBytes length : List.of(gob().unsigned(claimed), gob().unsigned(claimed).text(""))) {
                cheaplyDamaged(session(gob().dynamic("string", STRING, length)));
                cheaplyDamaged(session(gob().dynamic("[]uint8", 5, length)));
                cheaplyDamaged(session(gob().append(length))); // of a name
                cheaplyDamaged(session(gob().text("string").integer(STRING).append(length))); // of a chunk
                cheaplyDamaged(session(gob().definition(OWN, SLICE_FORM, STRING), gob().dynamic("[]string", OWN, length)));
                cheaplyDamaged(session(gob().definition(OWN, MAP_FORM, STRING, STRING), gob().dynamic("map", OWN, length)));
                cheaplyDamaged(gob().append(length).toByteArray()); // of a message
                cheaplyDamaged(gob().definition(65, MAP_FORM, INTERFACE, INTERFACE)
                        .chunk(gob().integer(65).unsigned(0).append(length)).toByteArray()); // of the session
            }
        }
    }

    private static void cheaplyDamaged(byte[] bytes) {
        long before = Allocation.bytesSoFar();
        try {
            entries(bytes);
            throw new AssertionError("it was read");
        } catch (DamagedCookieException e) {
            assertThat(Allocation.bytesSoFar() - before).isLessThan(50_000);
        }
    }

    @Test
    void S10_theLargestSessionsTakeLittleMemory() throws DamagedCookieException {
        GobBytes lists = gob().definition(OWN, SLICE_FORM, OWN);
        GobBytes maps = gob().definition(OWN, SLICE_FORM, 67).definition(67, MAP_FORM, STRING, STRING);
        GobBytes structs = gob().definition(OWN, SLICE_FORM, 67).struct(67, "a", STRING);
        GobBytes booleans = gob().definition(OWN, SLICE_FORM, 1);
        GobBytes nils = gob().definition(OWN, SLICE_FORM, INTERFACE);
        byte[] zeros = new byte[2_200]; // more don't fit into a cookie

        for (GobBytes definitions : List.of(lists, maps, structs, booleans, nils)) {
            byte[] bytes = session(definitions, gob().dynamic("x", OWN, gob().unsigned(zeros.length).raw(zeros)));
            entries(bytes);
            long before = Allocation.bytesSoFar();
            entries(bytes);
            assertThat(Allocation.bytesSoFar() - before).isLessThan(1_000_000);
        }
    }

    @Test
    void S10_aListHasNoMoreElementsThanTheStreamHasBytes() {
        GobBytes definition = gob().definition(OWN, SLICE_FORM, 1);

        damaged(session(definition, gob().dynamic("[]bool", OWN, gob().unsigned(501).raw(new byte[500]))));
    }

    @Test
    void S10_whatIsTooDeepIsLeftOutHoweverDeepItIs() throws DamagedCookieException {
        byte[] bytes = session(gob().definition(OWN, SLICE_FORM, OWN),
                gob().dynamic("x", OWN, gob().raw(ones(3_900)).unsigned(0)));
        LeftOut leftOut = new LeftOut();

        Map<String, Object> entries = GobReader.read(bytes, leftOut);

        assertThat(entries).containsKey("k");
        assertThat(leftOut.values()).containsExactly(new LeftOut.Value("k", LeftOut.Value.TOO_DEEP));
    }

    private static byte[] ones(int number) {
        byte[] ones = new byte[number];
        Arrays.fill(ones, (byte) 1);
        return ones;
    }

    @Test
    void aGobThatIsLongerThanACookieIsRefused() {
        assertThatExceptionOfType(DamagedCookieException.class).isThrownBy(() -> entries(new byte[4_097]))
                .withMessage("holds a gob that is too long");
    }

    @Test
    void S10_nestingHasALimit() throws DamagedCookieException {
        LeftOut leftOut = new LeftOut();
        GobReader.read(session(gob().definition(OWN, SLICE_FORM, INTERFACE), nestedLists(63)), leftOut);
        assertThat(leftOut.values()).isEmpty();
        for (int depth : new int[] { 64, 65, 66, 67, 100, 250 }) {
            leftOut = new LeftOut();
            GobReader.read(session(gob().definition(OWN, SLICE_FORM, INTERFACE), nestedLists(depth)), leftOut);
            assertThat(leftOut.values()).as("%d", depth).containsExactly(new LeftOut.Value("k", LeftOut.Value.TOO_DEEP));
        }
    }

    private static GobBytes nestedLists(int depth) {
        GobBytes list = gob().dynamic("x", OWN, gob().unsigned(0));
        for (int i = 1; i < depth; i++) {
            list = gob().dynamic("x", OWN, gob().unsigned(1).append(list));
        }
        return list;
    }

    @Test
    void S10_anInterfaceBehindAnInterfaceIsDamaged() {
        GobBytes value = gob().dynamic("string", STRING, gob().text("a"));
        for (int i = 0; i < 200; i++) {
            value = gob().dynamic("interface {}", INTERFACE, value);
        }

        damaged(session(value));
        damaged(session(gob().dynamic("interface {}", INTERFACE, gob().dynamic("string", STRING, gob().text("a")))));
    }

    @Test
    void S10_nestingInKeysIsReadOverToo() throws DamagedCookieException {
        GobBytes key = gob().raw(ones(1_000)).unsigned(0);

        assertThat(entries(session(gob().definition(OWN, MAP_FORM, 67, STRING).definition(67, SLICE_FORM, 67),
                gob().dynamic("x", OWN, gob().unsigned(1).append(key).text("a"))))).isEqualTo(Map.of("k", Map.of()));
        assertThat(entries(sessionOf(gob().definition(OWN, SLICE_FORM, OWN), gob().dynamic("x", OWN, key).text(""))))
                .isEmpty();
        damaged(session(gob().definition(OWN, MAP_FORM, OWN, STRING), gob().dynamic("x", OWN, gob().raw(ones(2_000)))));
    }

    @Test
    void aChunkIsReadToItsEndAndNotBeyond() {
        GobBytes text = gob().text("string").integer(STRING);

        damaged(session(gob().append(text).unsigned(2).unsigned(0).text("a")));
        damaged(session(gob().append(text).unsigned(4).unsigned(0).text("a").unsigned(0)));
        damaged(session(gob().append(text).unsigned(0)));
    }

    @Test
    void aChunkDoesNotReachIntoTheNextElement() throws DamagedCookieException {
        GobBytes definition = gob().definition(OWN, SLICE_FORM, INTERFACE);
        GobBytes second = gob().dynamic("string", STRING, gob().text("b"));
        GobBytes first = gob().text("string").integer(STRING);
        GobBytes content = gob().unsigned(0).text("a");

        assertThat(entries(session(definition, gob().dynamic("x", OWN,
                gob().unsigned(2).append(first).unsigned(3).append(content).append(second)))))
                .isEqualTo(Map.of("k", List.of("a", "b")));
        damaged(session(definition, gob().dynamic("x", OWN,
                gob().unsigned(2).append(first).unsigned(3 + second.toByteArray().length).append(content).append(second))));
    }

    @Test
    void aValueThatIsNoStructBeginsWithZero() {
        damaged(session(gob().text("string").integer(STRING).chunk(gob().unsigned(1).text("a"))));
    }

    @Test
    void aDefinitionEndsItsChunk() {
        GobBytes definition = gob().definition(OWN, SLICE_FORM, INTERFACE);
        byte[] content = Arrays.copyOfRange(definition.toByteArray(), 1, definition.toByteArray().length);

        damaged(session(gob().chunk(gob().raw(content).unsigned(0)), gob().dynamic("string", STRING, gob().text("a"))));
    }

    @Test
    void S16_aNameOfATypeLoadsNoClass() throws DamagedCookieException {
        assertThat(entries(session(gob().dynamic("javax.script.ScriptEngineManager", STRING, gob().text("a")))))
                .isEqualTo(Map.of("k", "a"));
    }

    private static void damaged(byte[] bytes) {
        assertThatExceptionOfType(DamagedCookieException.class).isThrownBy(() -> entries(bytes)).withMessage(DAMAGED);
    }

    private static Map<String, Object> entries(byte[] bytes) throws DamagedCookieException {
        LeftOut leftOut = new LeftOut();
        return ForeignEntries.of(GobReader.read(bytes, leftOut), EntryKey::plain, leftOut);
    }
}
