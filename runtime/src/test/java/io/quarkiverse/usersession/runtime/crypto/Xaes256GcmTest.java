package io.quarkiverse.usersession.runtime.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.crypto.AEADBadTagException;

import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

class Xaes256GcmTest {

    private static final JsonObject VECTORS = vectors();

    @ParameterizedTest
    @ValueSource(ints = { 0, 1 })
    void givesTheCiphertextsOfTheSpecification(int number) throws GeneralSecurityException {
        JsonObject vector = VECTORS.getJsonArray("cases").getJsonObject(number);
        Xaes256Gcm cipher = new Xaes256Gcm(HexFormat.of().parseHex(vector.getString("key")));
        byte[] nonce = vector.getString("nonceAscii").getBytes(UTF_8);
        byte[] plaintext = vector.getString("plaintextAscii").getBytes(UTF_8);
        byte[] associatedData = vector.getString("aadAscii").getBytes(UTF_8);

        byte[] message = seal(cipher, nonce, plaintext, associatedData);

        assertThat(cipher.messageKey(nonce, 0)).asHexString().isEqualToIgnoringCase(vector.getString("derivedKey"));
        assertThat(ciphertext(message)).asHexString().isEqualToIgnoringCase(vector.getString("ciphertext"));
        assertThat(XaesMessages.open(cipher, message, 0, associatedData)).isEqualTo(plaintext);
    }

    @Test
    void givesTheAccumulatedHashOfTheSpecification() throws GeneralSecurityException {
        SHAKEDigest input = new SHAKEDigest(128);
        SHAKEDigest ciphertexts = new SHAKEDigest(128);
        for (int i = 0; i < 10_000; i++) {
            Xaes256Gcm cipher = new Xaes256Gcm(squeeze(input, 32));
            byte[] nonce = squeeze(input, 24);
            byte[] plaintext = squeeze(input, squeeze(input, 1)[0] & 0xff);
            byte[] associatedData = squeeze(input, squeeze(input, 1)[0] & 0xff);

            byte[] message = seal(cipher, nonce, plaintext, associatedData);

            byte[] ciphertext = ciphertext(message);
            ciphertexts.update(ciphertext, 0, ciphertext.length);
            assertThat(XaesMessages.open(cipher, message, 0, associatedData)).isEqualTo(plaintext);
        }
        assertThat(squeeze(ciphertexts, 32)).asHexString()
                .isEqualToIgnoringCase(VECTORS.getJsonObject("accumulated").getString("iterations10000"));
    }

    @Test
    void opensWhatTinkSealedAndTheOtherWayRound() throws GeneralSecurityException {
        Random random = new Random(256);
        for (int i = 0; i < 200; i++) {
            byte[] key = bytes(random, 32);
            byte[] plaintext = bytes(random, random.nextInt(500));
            byte[] associatedData = bytes(random, random.nextInt(50));
            Xaes256Gcm ours = new Xaes256Gcm(key);
            Aead tinks = tink(key);

            assertThat(XaesMessages.open(ours, tinks.encrypt(plaintext, associatedData), 0, associatedData))
                    .isEqualTo(plaintext);
            assertThat(tinks.decrypt(seal(ours, bytes(random, 24), plaintext, associatedData), associatedData))
                    .isEqualTo(plaintext);
        }
    }

    @Test
    void S7_aChangeOfAnyByteIsOneAndTheSameError() {
        Xaes256Gcm cipher = new Xaes256Gcm(new byte[32]);
        byte[] message = seal(cipher, new byte[24], "plaintext".getBytes(UTF_8), new byte[] { 1 });

        for (int i = 0; i < message.length; i++) {
            byte[] changed = message.clone();
            changed[i] ^= 0x10;
            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> XaesMessages.open(cipher, changed, 0, new byte[] { 1 }));
        }
        assertThatExceptionOfType(AEADBadTagException.class)
                .isThrownBy(() -> XaesMessages.open(cipher, message, 0, new byte[] { 2 }));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 })
    void S8_aTagShorterThan16BytesIsRefused(int tagBytes) {
        for (int plaintextBytes : new int[] { 0, 1, 16, 40 }) {
            Xaes256Gcm cipher = new Xaes256Gcm(new byte[32]); // the JDK refuses to use a nonce twice in a row
            byte[] message = seal(cipher, new byte[24], new byte[plaintextBytes], new byte[0]);

            byte[] truncated = Arrays.copyOf(message, message.length - 16 + tagBytes);

            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> XaesMessages.open(cipher, truncated, 0, new byte[0]));
        }
    }

    @Test
    void S3_everyNonceGivesAnotherMessageKeyByItsFirstHalf() throws GeneralSecurityException {
        Xaes256Gcm cipher = new Xaes256Gcm(new byte[32]);
        byte[] nonce = new byte[24];
        String key = HexFormat.of().formatHex(cipher.messageKey(nonce, 0));
        Set<String> keys = new HashSet<>(Set.of(key));

        for (int i = 0; i < 12; i++) {
            byte[] other = nonce.clone();
            other[i] ^= 1;
            keys.add(HexFormat.of().formatHex(cipher.messageKey(other, 0)));
        }

        assertThat(keys).hasSize(13);
    }

    @Test
    void refusesKeysAndMessagesOfAWrongLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Xaes256Gcm(new byte[16]));
        Xaes256Gcm cipher = new Xaes256Gcm(new byte[32]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher.seal(new byte[24 + 16], 0, 1, new byte[0]));
        assertThatExceptionOfType(AEADBadTagException.class)
                .isThrownBy(() -> XaesMessages.open(cipher, new byte[39], 0, new byte[0]));
        assertThatExceptionOfType(AEADBadTagException.class)
                .isThrownBy(() -> XaesMessages.open(cipher, new byte[3], 0, new byte[0]));
    }

    @Test
    void aDamagedMessageSpoilsNoOther() throws GeneralSecurityException {
        Xaes256Gcm cipher = new Xaes256Gcm(new byte[32]);
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            byte[] plaintext = bytes(random, random.nextInt(100));
            byte[] message = seal(cipher, bytes(random, 24), plaintext, new byte[] { 1 });
            byte[] damaged = message.clone();
            damaged[random.nextInt(damaged.length)] ^= 1;

            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> cipher.open(damaged, 0, new byte[] { 1 }));

            assertThat(XaesMessages.open(cipher, message, 0, new byte[] { 1 })).isEqualTo(plaintext);
        }
    }

    @Test
    void S3_sealingTwiceInARowWithOneNonceIsRefused() {
        Xaes256Gcm cipher = new Xaes256Gcm(new byte[32]);
        seal(cipher, new byte[24], new byte[1], new byte[0]);

        assertThatIllegalStateException().isThrownBy(() -> seal(cipher, new byte[24], new byte[2], new byte[0]));
    }

    @Test
    void manyThreadsSealAndOpenWithOneKey() throws Exception {
        Xaes256Gcm cipher = new Xaes256Gcm(new byte[32]);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                Random random = new Random(thread);
                tasks.add(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        byte[] plaintext = bytes(random, random.nextInt(700));
                        byte[] associatedData = bytes(random, random.nextInt(30));
                        byte[] message = seal(cipher, bytes(random, 24), plaintext, associatedData);
                        assertThat(XaesMessages.open(cipher, message, 0, associatedData)).isEqualTo(plaintext);
                        message[24 + random.nextInt(16)] ^= 1;
                        assertThatExceptionOfType(AEADBadTagException.class)
                                .isThrownBy(() -> XaesMessages.open(cipher, message, 0, associatedData));
                    }
                    return null;
                });
            }
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Aead tink(byte[] key) throws GeneralSecurityException {
        AeadConfig.register();
        XAesGcmKey tinkKey = XAesGcmKey.create(XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, 12),
                SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()), null);
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(tinkKey).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] seal(Xaes256Gcm cipher, byte[] nonce, byte[] plaintext, byte[] associatedData) {
        byte[] message = ByteBuffer.allocate(24 + plaintext.length + 16).put(nonce).array();
        XaesMessages.seal(cipher, message, 0, plaintext, associatedData);
        return message;
    }

    private static byte[] ciphertext(byte[] message) {
        return Arrays.copyOfRange(message, 24, message.length);
    }

    private static byte[] squeeze(SHAKEDigest stream, int bytes) {
        byte[] squeezed = new byte[bytes];
        stream.doOutput(squeezed, 0, bytes);
        return squeezed;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static JsonObject vectors() {
        try (InputStream file = Xaes256GcmTest.class.getResourceAsStream("/vectors/xaes-256-gcm.json")) {
            return new JsonObject(Buffer.buffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
