package io.quarkiverse.usersession.runtime.foreign;

import java.util.Base64;

/**
 * Base64 (RFC 4648) as its encoder writes it, and in no other form. The JDK's decoders also take missing padding and ignore
 * left-over bits, so that a changed text could still be read.
 */
enum CanonicalBase64 {

    STANDARD(Base64.getEncoder(), Base64.getDecoder()),
    STANDARD_UNPADDED(Base64.getEncoder().withoutPadding(), Base64.getDecoder()),
    URL(Base64.getUrlEncoder(), Base64.getUrlDecoder());

    private final Base64.Encoder encoder;
    private final Base64.Decoder decoder;

    CanonicalBase64(Base64.Encoder encoder, Base64.Decoder decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
    }

    byte[] decode(String text) throws DamagedCookieException {
        byte[] bytes;
        try {
            bytes = decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new DamagedCookieException("is not base64");
        }
        if (!encoder.encodeToString(bytes).equals(text)) {
            throw new DamagedCookieException("is not base64 in its canonical form");
        }
        return bytes;
    }
}
