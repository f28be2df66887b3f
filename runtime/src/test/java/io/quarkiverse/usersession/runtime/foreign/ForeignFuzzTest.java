package io.quarkiverse.usersession.runtime.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.GorillaKeys;
import io.quarkiverse.usersession.runtime.foreign.GorillaFormat.Serializer;
import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.JsonObject;
import io.quarkiverse.usersession.testsupport.Allocation;
import io.quarkiverse.usersession.testsupport.RemixCookies;

/** S10: whatever a client makes of a cookie, it neither opens nor throws, and whatever is signed is read within bounds. */
@Timeout(300)
class ForeignFuzzTest {

    private static final long SEED = 20260102L;
    private static final int CASES = 100_000;

    private static final String NAME = "__session";
    private static final String KEY = "abcdef1234";
    private static final String BLOCK_KEY = "0123456789abcdef";
    private static final long NOW = 1_795_479_237L;

    private static final int MAX_ALLOCATION = 1_000_000; // bytes, for one cookie, all from base64 to the entries
    private static final long MAX_CPU_TIME = 500_000_000; // nanoseconds, with a cold JVM

    private static final Pattern PERCENT_ENCODED = Pattern.compile("%([0-7][0-9a-fA-F])");

    private final Mutations mutations = new Mutations(SEED);
    private final TreeMap<CookieOutcome, Integer> outcomes = new TreeMap<>();
    private long mostBytes;
    private int leftOut;

    @Test
    void S10_noMutationOfARemixCookieOpensOrThrows() {
        RemixFormat format = new RemixFormat(List.of("another secret", KEY));
        List<String> originals = new ArrayList<>(Vectors.all("remix.json")
                .filter(vector -> vector.containsKey("cookieHeader"))
                .map(vector -> vector.getString("cookieHeader").replaceFirst("^[^=]*=", ""))
                .filter(value -> format.open(value, NOW).isValid())
                .toList());
        originals.add(RemixCookies.signed(KEY, "{\"k\":\"" + "x".repeat(2_900) + "\"}"));
        originals.add(RemixCookies.signedText(KEY, "e30="));
        Set<String> raw = originals.stream().map(ForeignFuzzTest::percentDecoded).collect(Collectors.toSet());

        for (int i = 0; i < CASES;) {
            String mutation = mutations.text(originals);
            // how much of it is percent-encoded makes no difference
            if (!raw.contains(percentDecoded(mutation))) {
                refused(format, mutation, i++);
            }
        }
        report("mutated Remix cookies");
    }

    @Test
    void S10_noMutationOfAGorillaCookieOpensOrThrows() {
        List<GorillaFormat> formats = List.of(gorilla(null, Serializer.GOB), gorilla(null, Serializer.JSON),
                gorilla(BLOCK_KEY, Serializer.GOB));
        byte[] gob = HexFormat.of().parseHex(Vectors.named("gob.json", "flashes").getString("gobHex"));
        List<String> originals = new ArrayList<>(Vectors.all("gorilla.json").map(vector -> vector.getString("cookieValue"))
                .toList());
        originals.add(GorillaCookies.signed(NAME, KEY, NOW, "{\"a\":1}".getBytes(UTF_8)));
        originals.add(GorillaCookies.signed(NAME, KEY, NOW, ("{\"k\":\"" + "x".repeat(2_200) + "\"}").getBytes(UTF_8)));
        originals.add(GorillaCookies.signed(NAME, KEY, NOW, GorillaCookies.encrypted(BLOCK_KEY, gob)));
        assertThat(originals.stream().filter(value -> formats.stream().anyMatch(format -> format.open(value, NOW).isValid())))
                .hasSizeGreaterThan(8);

        for (int i = 0; i < CASES;) {
            String mutation = mutations.text(originals);
            if (!originals.contains(mutation)) {
                refused(formats.get(i % 3), mutation, i++);
            }
        }
        report("mutated gorilla cookies");
    }

    private void refused(ForeignFormat format, String mutation, int number) {
        try {
            long bytes = Allocation.bytesSoFar();
            OpenedForeignCookie opened = format.open(mutation, NOW);
            mostBytes = Math.max(mostBytes, Allocation.bytesSoFar() - bytes);
            assertThat(opened.entries()).isNull();
            assertThat(refusal(format, mutation)).isIn(null, opened.outcome());
            assertThat(opened.outcome()).isIn(CookieOutcome.DAMAGED, CookieOutcome.TOO_LONG);
            outcomes.merge(opened.outcome(), 1, Integer::sum);
        } catch (Throwable e) {
            throw new AssertionError("seed " + SEED + ", case " + number + ": " + mutation, e);
        }
    }

    @Test
    void S10_everySignedGobIsReadWithinBounds() {
        List<byte[]> originals = new ArrayList<>(gobs("gob.json"));
        originals.addAll(gobs("gorilla.json"));
        originals.removeIf(gob -> gob.length > 2_200);

        readWithinBounds(gorilla(null, Serializer.GOB), () -> mutations.bytes(originals),
                gob -> GorillaCookies.signed(NAME, KEY, NOW, gob));
        report("signed gobs");
    }

    @Test
    void S10_everySignedGobOfWellFormedPiecesIsReadWithinBounds() {
        RandomGobs gobs = new RandomGobs(mutations.random);

        readWithinBounds(gorilla(null, Serializer.GOB), gobs::next, gob -> GorillaCookies.signed(NAME, KEY, NOW, gob));
        report("signed gobs of well-formed pieces");
    }

    @Test
    void S10_everySignedJsonOfGorillaIsReadWithinBounds() {
        readWithinBounds(gorilla(null, Serializer.JSON), () -> mutations.json(jsons()),
                json -> GorillaCookies.signed(NAME, KEY, NOW, json));
        report("signed JSON of gorilla");
    }

    @Test
    void S10_everySignedJsonOfRemixIsReadWithinBounds() {
        readWithinBounds(new RemixFormat(List.of(KEY)), () -> mutations.json(jsons()), json -> RemixCookies.signed(KEY, json));
        report("signed JSON of Remix");
    }

    private void readWithinBounds(ForeignFormat format, Supplier<byte[]> payloads,
            Function<byte[], String> signed) {
        for (int i = 0; i < 100; i++) {
            format.open(signed.apply(payloads.get()), NOW); // classes are loaded, which takes memory too
        }
        for (int i = 0; i < CASES; i++) {
            byte[] payload = payloads.get();
            String value = signed.apply(payload);
            try {
                readWithinBounds(format, value);
            } catch (Throwable e) {
                throw new AssertionError("seed " + SEED + ", case " + i + ": " + HexFormat.of().formatHex(payload), e);
            }
        }
        assertThat(outcomes.get(CookieOutcome.VALID)).as("read all the same").isGreaterThan(CASES / 100);
        assertThat(outcomes.get(CookieOutcome.DAMAGED)).as("refused").isGreaterThan(CASES / 100);
        assertThat(leftOut).as("read without some of their values").isGreaterThan(CASES / 1_000);
    }

    private static CookieOutcome refusal(ForeignFormat format, String value) {
        return format.refusal("x" + value + "x", 1, 1 + value.length());
    }

    private void readWithinBounds(ForeignFormat format, String value) throws IOException {
        long cpuTime = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long bytes = Allocation.bytesSoFar();
        OpenedForeignCookie opened = format.open(value, NOW);
        bytes = Allocation.bytesSoFar() - bytes;
        cpuTime = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuTime;

        assertThat(refusal(format, value)).isIn(null, opened.isValid() ? null : opened.outcome());
        assertThat(bytes).isLessThan(MAX_ALLOCATION);
        assertThat(cpuTime).isLessThan(MAX_CPU_TIME);
        mostBytes = Math.max(mostBytes, bytes);
        outcomes.merge(opened.outcome(), 1, Integer::sum);
        assertThat(opened.leftOut()).allSatisfy(left -> assertThat(left.what()).hasSizeLessThan(100));
        leftOut += opened.leftOut().isEmpty() ? 0 : 1;
        if (opened.isValid()) {
            JsonObject ours = new JsonObject();
            assertThat(ours.read(ours.write(opened.entries()), 0)).as("what our cookie gives back").isEqualTo(opened.entries());
        } else {
            assertThat(opened.entries()).isNull();
        }
    }

    private void report(String what) {
        System.out.printf("%s: %s, %d without some of their values, seed %d, %d bytes allocated at most%n", what, outcomes,
                leftOut, SEED, mostBytes);
    }

    private static GorillaFormat gorilla(String blockKey, Serializer serializer) {
        return new GorillaFormat(NAME, List.of(new GorillaKeys(KEY, blockKey)), serializer, Long.MAX_VALUE);
    }

    private static List<byte[]> gobs(String file) {
        return Vectors.all(file).filter(vector -> vector.containsKey("gobHex"))
                .map(vector -> HexFormat.of().parseHex(vector.getString("gobHex"))).toList();
    }

    private static List<byte[]> jsons() {
        return List.of("{}", "{\"user\":{\"userId\":\"usr_1\",\"sso\":{\"idpOrgId\":\"org_1\"}}}",
                "{\"__flash_toast__\":{\"message\":\"Saved ✓\",\"options\":{\"ephemeral\":true}},\"a\":null}",
                "{\"n\":[1,-2.50,1e+21,12345678901234567890,null,true,false],\"s\":\"\\ud83d\\ude00\\n\\u0000\\\"\"}",
                "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}",
                "{\"a\":" + "[".repeat(600) + "]".repeat(600) + ",\"b\":1e4999}", "{\"k\":[" + "{},".repeat(600) + "{}]}")
                .stream().map(json -> json.getBytes(UTF_8)).toList();
    }

    private static String percentDecoded(String value) {
        return value.indexOf('%') < 0 ? value
                : PERCENT_ENCODED.matcher(value).replaceAll(
                        octet -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(octet.group(1), 16))));
    }
}
