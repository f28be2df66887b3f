package io.quarkiverse.usersession.runtime.crypto;

import java.util.Arrays;

import javax.crypto.AEADBadTagException;

/** Seals and opens messages with plaintexts in arrays of their own, as tests like them. */
public final class XaesMessages {

    private XaesMessages() {
    }

    /** @param message has the nonce at that offset, then room for exactly the ciphertext and the tag */
    public static void seal(Xaes256Gcm cipher, byte[] message, int offset, byte[] plaintext, byte[] associatedData) {
        System.arraycopy(plaintext, 0, message, offset + Xaes256Gcm.NONCE_BYTES, plaintext.length);
        cipher.seal(message, offset, plaintext.length, associatedData);
    }

    /** Leaves the message as it is. */
    public static byte[] open(Xaes256Gcm cipher, byte[] message, int offset, byte[] associatedData) throws AEADBadTagException {
        byte[] copy = message.clone();
        int start = offset + Xaes256Gcm.NONCE_BYTES;
        return Arrays.copyOfRange(copy, start, start + cipher.open(copy, offset, associatedData));
    }
}
