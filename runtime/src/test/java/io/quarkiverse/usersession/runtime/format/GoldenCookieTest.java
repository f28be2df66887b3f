package io.quarkiverse.usersession.runtime.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;

import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.vertx.core.buffer.Buffer;

/** Cookies of every released format open in every later version. */
class GoldenCookieTest {

    @Test
    void S28_aCookieOfVersion1Opens() {
        io.vertx.core.json.JsonObject golden = golden("version-1");
        OpenedCookie cookie = CookieFormatTest.format("__session", golden.getString("secret")).open(golden.getString("value"));

        assertThat(cookie.outcome()).isEqualTo(CookieOutcome.VALID);
        assertThat(cookie.content())
                .isEqualTo(new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), 1_700_000_000L, 1_700_000_100L, 3_600L,
                        true, Map.of("userID", "ada", "visits", 42, "price", new BigDecimal("4.20"), "admin", true, "cart",
                                Map.of("bread", 2), "tags", List.of("a", "é😀"), "!message", "Welcome!", "=!odd", "x")));
    }

    @Test
    void S28_aUserWhoWasSignedInWithVersion1StillIs() {
        io.vertx.core.json.JsonObject golden = golden("version-1-signed-in");
        OpenedCookie cookie = CookieFormatTest.format("__session", golden.getString("secret")).open(golden.getString("value"));

        assertThat(SignedIn.of(cookie.content().entries().get(EntryKey.SIGN_IN)))
                .isEqualTo(new SignedIn("DAsKCQgHBgUEAwIB", "ada", Set.of("admin", "author"), 1_700_000_000_123L));
        assertThat(cookie.content().entries().get(EntryKey.plain("~odd"))).isEqualTo("x");
    }

    /** The format put together from its description alone, with the primitives of Tink: none of our code takes part. */
    @ParameterizedTest
    @ValueSource(strings = { "version-1", "version-1-signed-in" })
    void tinkOpensACookieOfVersion1(String file) throws GeneralSecurityException {
        io.vertx.core.json.JsonObject golden = golden(file);
        byte[] secret = golden.getString("secret").getBytes(UTF_8);
        byte[] salt = "quarkus-user-session".getBytes(UTF_8);
        byte[] key = Hkdf.computeHkdf("HmacSha256", secret, salt, "cookie v1".getBytes(UTF_8), 32);
        byte[] keyId = Hkdf.computeHkdf("HmacSha256", secret, salt, "cookie v1 key id".getBytes(UTF_8), 4);
        byte[] name = golden.getString("cookieName").getBytes(UTF_8);
        byte[] associatedData = ByteBuffer.allocate(7 + name.length).put((byte) 1).put(keyId).putShort((short) name.length)
                .put(name).array();

        byte[] message = Base64.getUrlDecoder().decode(golden.getString("value"));
        ByteBuffer plaintext = ByteBuffer.wrap(
                tink(key).decrypt(Arrays.copyOfRange(message, 5, message.length), associatedData));

        assertThat(message[0]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(message, 1, 5)).isEqualTo(keyId);
        assertThat(plaintext.get()).as("flags").isEqualTo((byte) (golden.getBoolean("ownLifetime") ? 1 : 0));
        assertThat(plaintext.getShort()).as("scope").isEqualTo((short) Integer.parseInt(golden.getString("scope"), 16));
        byte[] id = new byte[12];
        plaintext.get(id);
        assertThat(Base64.getUrlEncoder().encodeToString(id)).isEqualTo(golden.getString("id"));
        assertThat(plaintext.getInt()).isEqualTo(golden.getInteger("createdAt"));
        assertThat(plaintext.getInt()).isEqualTo(golden.getInteger("issuedAt"));
        assertThat(plaintext.getInt()).isEqualTo(golden.getInteger("lifetime"));
        assertThat(UTF_8.decode(plaintext).toString()).isEqualTo(golden.getString("json"));
    }

    private static Aead tink(byte[] key) throws GeneralSecurityException {
        AeadConfig.register();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(XAesGcmKey.create(
                        XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, 12),
                        SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()), null)).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static io.vertx.core.json.JsonObject golden(String version) {
        try (InputStream file = GoldenCookieTest.class.getResourceAsStream("/golden/" + version + ".json")) {
            return new io.vertx.core.json.JsonObject(Buffer.buffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
