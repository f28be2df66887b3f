package io.quarkiverse.usersession.runtime.bound;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.quarkiverse.usersession.runtime.format.CanonicalBase64;

/**
 * A challenge that a browser has signed: a JSON Web Token in the compact form (RFC 7515 §3.1), with the algorithm ES256 only.
 * Don't trust any part of it before {@link #isSignedWith} has verified it.
 */
final class DeviceProof {

    static final int MAX_CHARACTERS = 4096;

    private final String challenge;
    private final Map<String, String> jwk; // null if it has none
    private final byte[] signed;
    private final byte[] signature;

    private DeviceProof(String challenge, Map<String, String> jwk, byte[] signed, byte[] signature) {
        this.challenge = challenge;
        this.jwk = jwk;
        this.signed = signed;
        this.signature = signature;
    }

    /**
     * @param text a text of any origin; null if there is none
     * @return null if it is not valid
     */
    static DeviceProof parse(String text) {
        if (text == null || text.length() > MAX_CHARACTERS) {
            return null;
        }
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 0 || second < 0) {
            return null; // and a third would not be base64
        }
        byte[] signature = CanonicalBase64.URL.decode(text, second + 1, text.length());
        JsonMembers header = members(text, 0, first);
        JsonMembers payload = members(text, first + 1, second);
        if (signature == null || header == null || payload == null || payload.text("jti") == null || !isUnderstood(header)) {
            return null;
        }
        return new DeviceProof(payload.text("jti"), header.objects().get("jwk"),
                text.substring(0, second).getBytes(StandardCharsets.US_ASCII), signature);
    }

    private static JsonMembers members(String text, int from, int to) {
        byte[] json = CanonicalBase64.URL.decode(text, from, to);
        return json == null ? null : JsonMembers.read(json);
    }

    private static boolean isUnderstood(JsonMembers header) {
        return "dbsc+jwt".equals(header.text("typ")) && "ES256".equals(header.text("alg")) && !header.hasMember("crit");
    }

    String challenge() {
        return challenge;
    }

    /** The key in the token, as in a registration; null if there is no usable key. */
    DeviceKey key() {
        return jwk == null ? null : DeviceKey.ofJwk(jwk.get("kty"), jwk.get("crv"), jwk.get("x"), jwk.get("y"));
    }

    boolean isSignedWith(DeviceKey key) {
        return key.verifies(signed, signature);
    }
}
