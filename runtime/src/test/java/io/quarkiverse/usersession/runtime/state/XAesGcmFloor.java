package io.quarkiverse.usersession.runtime.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * The least that it takes to keep a map in a cookie by XAES-256-GCM: ciphers that are used again, base64url, and JSON by
 * jackson-core, with nothing checked and for one thread. It is the yardstick for what a session allocates, and the same as in
 * the benchmarks.
 */
final class XAesGcmFloor {

    private static final int NONCE_BYTES = 24;
    private static final int TAG_BYTES = 16;

    private final JsonFactory json = new JsonFactory();
    private final SecureRandom random = new SecureRandom();
    private final Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
    private final Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
    private final byte[] k1;

    XAesGcmFloor() throws GeneralSecurityException {
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"));
        k1 = aes.doFinal(new byte[16]); // a real one is doubled, which allocates nothing
    }

    String seal(Map<String, Object> data) throws GeneralSecurityException, IOException {
        byte[] plaintext = write(data);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] message = new byte[NONCE_BYTES + plaintext.length + TAG_BYTES];
        System.arraycopy(nonce, 0, message, 0, NONCE_BYTES);
        begin(Cipher.ENCRYPT_MODE, nonce);
        gcm.doFinal(plaintext, 0, plaintext.length, message, NONCE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(message);
    }

    Map<String, Object> open(String cookie) throws GeneralSecurityException, IOException {
        byte[] message = Base64.getUrlDecoder().decode(cookie);
        begin(Cipher.DECRYPT_MODE, message);
        return read(gcm.doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES));
    }

    private void begin(int mode, byte[] nonce) throws GeneralSecurityException {
        byte[] blocks = new byte[32];
        blocks[1] = 1;
        blocks[2] = 'X';
        System.arraycopy(nonce, 0, blocks, 4, 12);
        blocks[17] = 2;
        blocks[18] = 'X';
        System.arraycopy(nonce, 0, blocks, 20, 12);
        for (int i = 0; i < 16; i++) {
            blocks[i] ^= k1[i];
            blocks[16 + i] ^= k1[i];
        }
        gcm.init(mode, new SecretKeySpec(aes.doFinal(blocks), "AES"), new GCMParameterSpec(8 * TAG_BYTES, nonce, 12, 12));
    }

    byte[] write(Map<String, Object> data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            generator.writeStartObject();
            for (Map.Entry<String, Object> entry : data.entrySet()) {
                generator.writeFieldName(entry.getKey());
                if (entry.getValue() instanceof String text) {
                    generator.writeString(text);
                } else {
                    generator.writeNumber((Integer) entry.getValue());
                }
            }
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private Map<String, Object> read(byte[] bytes) throws IOException {
        Map<String, Object> data = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                data.put(key, parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : (Object) parser.getIntValue());
            }
        }
        return data;
    }
}
