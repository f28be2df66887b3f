package io.quarkiverse.usersession.runtime.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CookieKeyTest {

    private static final String TEXT = "0wEjd8sK3vQmXbZ1yTn7Lp5Rc9Gh2Fa6";

    @Test
    void S26_theKeyAndItsIdAreDerivedForTheirOwnPurposes() {
        byte[] secret = TEXT.getBytes(UTF_8);

        byte[] key = Hkdf.derive(secret, "quarkus-user-session", "cookie v1", 32);
        byte[] id = Hkdf.derive(secret, "quarkus-user-session", "cookie v1 key id", 4);

        byte[] wanted = Hkdf.derive(secret, "quarkus-user-session", "wanted v1", 32);

        assertThat(wanted).isNotEqualTo(key);
        assertThat(Arrays.copyOf(key, 4)).isNotEqualTo(id);
        assertThat(key).isNotEqualTo(secret);
        assertThat(CookieKey.of(TEXT).id()).isEqualTo(HexFormat.fromHexDigits(HexFormat.of().formatHex(id)));
    }

    @Test
    void everySecretHasItsOwnKeyId() {
        assertThat(CookieKey.of(TEXT).id()).isEqualTo(CookieKey.of(TEXT).id()).isNotEqualTo(CookieKey.of(TEXT + "x").id());
    }

    @Test
    void S26_everyPurposeHasAKeyOfItsOwn() throws Exception {
        KeyRing keys = KeyRing.of(TEXT, List.of(TEXT + "x"));

        for (CookieKey key : List.of(keys.current(), keys.find(CookieKey.of(TEXT + "x").id()))) {
            Set<String> messageKeys = new HashSet<>();
            for (KeyPurpose purpose : KeyPurpose.values()) {
                CookieKey other = keys.forPurpose(purpose).find(key.id());
                byte[] expected = Hkdf.derive((key == keys.current() ? TEXT : TEXT + "x").getBytes(UTF_8),
                        "quarkus-user-session", purpose.info(), 32);

                byte[] messageKey = other.cipher().messageKey(new byte[24], 0);

                assertThat(other.id()).isEqualTo(key.id());
                assertThat(messageKey).isEqualTo(new Xaes256Gcm(expected).messageKey(new byte[24], 0));
                assertThat(messageKeys.add(HexFormat.of().formatHex(messageKey))).isTrue();
            }
        }
    }

    @Test
    void S5_nothingOfTheKeyIsInItsText() {
        byte[] key = Hkdf.derive(TEXT.getBytes(UTF_8), "quarkus-user-session", "cookie v1", 32);
        String hex = HexFormat.of().formatHex(key);

        assertThat(CookieKey.of(TEXT) + " " + KeyRing.of(TEXT) + " " + new Xaes256Gcm(key))
                .doesNotContain(TEXT).doesNotContainIgnoringCase(hex);
    }

    @Test
    void findsItsKeysByIdOnly() {
        KeyRing keys = KeyRing.of(TEXT);

        assertThat(keys.find(keys.current().id())).isSameAs(keys.current());
        assertThat(keys.find(keys.current().id() + 1)).isNull();
    }
}
