package io.quarkiverse.usersession.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.aead.XAesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;

/** Google Tink's XAES-256-GCM, with the name of the cookie as associated data, around the same JSON. */
public final class TinkXAesGcm implements Contender {

    private static final byte[] ASSOCIATED_DATA = "__session".getBytes(UTF_8);

    private final Aead aead;

    TinkXAesGcm() throws GeneralSecurityException {
        AeadConfig.register();
        XAesGcmKey key = XAesGcmKey.create(XAesGcmParameters.create(XAesGcmParameters.Variant.NO_PREFIX, 12),
                SecretBytes.copyFrom(new byte[32], InsecureSecretKeyAccess.get()), null);
        aead = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Override
    public String seal(Map<String, Object> data) throws GeneralSecurityException {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(aead.encrypt(Json.write(data), ASSOCIATED_DATA));
    }

    @Override
    public Map<String, Object> open(String cookie) throws GeneralSecurityException {
        return Json.read(aead.decrypt(Base64.getUrlDecoder().decode(cookie), ASSOCIATED_DATA));
    }

    @Override
    public Object openAndGet(String cookie, String name) throws GeneralSecurityException {
        return open(cookie).get(name);
    }

    @Override
    public String setAndSeal(String cookie, String name, Object value) throws GeneralSecurityException {
        Map<String, Object> data = open(cookie);
        data.put(name, value);
        return seal(data);
    }
}
