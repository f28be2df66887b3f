package io.quarkiverse.usersession.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * A JSON Web Encryption with {@code dir} and {@code A256GCM}, as quarkus-oidc makes of its session cookie with
 * {@code token-state-manager.encryption-algorithm=dir}; around the same JSON instead of tokens.
 */
public final class Jose4jDirect implements Contender {

    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");

    @Override
    public String seal(Map<String, Object> data) throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKey(key);
        jwe.setPlaintext(Json.write(data));
        return jwe.getCompactSerialization();
    }

    @Override
    public Map<String, Object> open(String cookie) throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setCompactSerialization(cookie);
        jwe.setKey(key);
        return Json.read(jwe.getPlaintextString().getBytes(UTF_8));
    }

    @Override
    public Object openAndGet(String cookie, String name) throws JoseException {
        return open(cookie).get(name);
    }

    @Override
    public String setAndSeal(String cookie, String name, Object value) throws JoseException {
        Map<String, Object> data = open(cookie);
        data.put(name, value);
        return seal(data);
    }
}
