package io.quarkiverse.usersession.runtime.bound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceProofTest {

    private static final String HEADER = "{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\"}";
    private static final String PAYLOAD = "{\"jti\":\"challenge\"}";

    private final Device device = new Device();

    @Test
    void readsTheChallengeAndTheKeyOfARegistration() {
        DeviceProof proof = DeviceProof.parse(device.registers("challenge"));

        assertThat(proof.challenge()).isEqualTo("challenge");
        assertThat(proof.key()).isEqualTo(device.key());
        assertThat(proof.isSignedWith(proof.key())).isTrue();
    }

    @Test
    void aRefreshHasNoKey() {
        DeviceProof proof = DeviceProof.parse(device.signs("challenge"));

        assertThat(proof.key()).isNull();
        assertThat(proof.isSignedWith(device.key())).isTrue();
        assertThat(proof.isSignedWith(new Device().key())).isFalse();
    }

    @Test
    void whatABrowserAddsDoesNotMatter() {
        DeviceProof proof = DeviceProof.parse(device.signs(
                "{\"kid\":null,\"typ\":\"dbsc+jwt\",\"x\":[1,{\"alg\":\"none\"}],\"alg\":\"ES256\",\"jwk\":"
                        + device.jwk().replace("}", ",\"use\":\"sig\",\"key_ops\":[\"verify\"],\"ext\":true}") + "}",
                "{\"aud\":\"https://a.test\",\"iat\":1,\"authorization\":null,\"jti\":\"challenge\",\"key\":{\"jti\":\"x\"}}"));

        assertThat(proof.challenge()).isEqualTo("challenge");
        assertThat(proof.key()).isEqualTo(device.key());
        assertThat(proof.isSignedWith(device.key())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"none\"}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"RS256\"}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"HS256\"}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"es256\"}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"ES384\"}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":null}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":[\"ES256\"]}",
            "{\"typ\":\"dbsc+jwt\"}",
            "{\"alg\":\"ES256\"}",
            "{\"typ\":\"JWT\",\"alg\":\"ES256\"}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\",\"crit\":[\"exp\"]}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\",\"crit\":null}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"none\",\"alg\":\"ES256\"}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\",\"alg\":\"none\"}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\"}{}",
            "{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\"",
            "[{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\"}]",
            "\"ES256\"", "null", "", "{}" })
    void refusesEveryOtherHeader(String header) {
        assertThat(DeviceProof.parse(device.signs(header, PAYLOAD))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"jti\":1}", "{\"jti\":null}", "{\"jti\":[\"challenge\"]}", "[]", "",
            "{\"jti\":\"a\",\"jti\":\"b\"}", "{\"jti\":\"a\"} x" })
    void refusesAPayloadWithoutOneChallenge(String payload) {
        assertThat(DeviceProof.parse(device.signs(HEADER, payload))).isNull();
    }

    @Test
    void refusesWhatIsNoCompactToken() {
        String proof = device.signs("challenge");
        String[] parts = proof.split("\\.");

        for (String odd : List.of("", ".", "..", "...", parts[0], parts[0] + "." + parts[1], proof + ".",
                proof + "." + parts[2],
                "." + proof, parts[0] + ".." + parts[2], proof.replace('.', ' '), " " + proof, proof + " ", proof + "=",
                proof + "\0", "\u00e4" + proof)) {
            assertThat(DeviceProof.parse(odd)).as(odd).isNull();
        }
        assertThat(DeviceProof.parse(null)).isNull();
    }

    @Test
    void anEmptySignatureIsNone() {
        String proof = device.signs("challenge");
        DeviceProof unsigned = DeviceProof.parse(proof.substring(0, proof.lastIndexOf('.') + 1));

        assertThat(unsigned.isSignedWith(device.key())).isFalse();
    }

    @Test
    void thePublicKeyIsNoSecretToSignWith() throws Exception {
        String signed = Device.base64("{\"typ\":\"dbsc+jwt\",\"alg\":\"HS256\"}".getBytes(UTF_8)) + "."
                + Device.base64(PAYLOAD.getBytes(UTF_8));
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(device.jwk().getBytes(UTF_8), "HmacSHA256"));

        assertThat(DeviceProof.parse(signed + "." + Device.base64(hmac.doFinal(signed.getBytes(UTF_8))))).isNull();
    }

    @Test
    void readsNothingThatIsTooLong() {
        String longer = device.signs(HEADER, "{\"jti\":\"" + "x".repeat(4096) + "\"}");

        assertThat(DeviceProof.parse(longer)).isNull();
    }

    @Test
    void deepOrHugeJsonIsNoError() {
        assertThat(DeviceProof.parse(device.signs("{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}", PAYLOAD))).isNull();
        assertThat(DeviceProof.parse(device.signs("{\"a\":" + "9".repeat(2000) + "}", PAYLOAD))).isNull();
    }

    @Test
    void S10_noProofIsAnErrorAndNoneButTheSignedOneIsBelieved() {
        long seed = 1917;
        Random random = new Random(seed);
        String proof = device.registers("challenge");
        DeviceKey key = device.key();
        int parsed = 0;
        for (int i = 0; i < 20_000; i++) {
            String mutant = mutated(proof, random);
            DeviceProof read = DeviceProof.parse(mutant);
            if (read != null && !mutant.equals(proof)) {
                parsed++;
                DeviceKey brought = read.key();
                assertThat(parsed % 50 == 0 && read.isSignedWith(key)).as("seed %d, round %d", seed, i).isFalse();
                assertThat(parsed % 50 == 0 && brought != null && read.isSignedWith(brought))
                        .as("seed %d, round %d", seed, i).isFalse();
            }
        }
        assertThat(parsed).as("seed %d", seed).isGreaterThan(100);
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutant.length());
            switch (random.nextInt(4)) {
                case 0 -> mutant.deleteCharAt(at);
                case 1 -> mutant.insert(at, (char) (33 + random.nextInt(94)));
                case 2 -> mutant.setCharAt(at, (char) random.nextInt(0x300));
                default -> mutant.setCharAt(at, Device.base64(new byte[] { (byte) random.nextInt() }).charAt(0));
            }
        }
        return mutant.toString();
    }
}
