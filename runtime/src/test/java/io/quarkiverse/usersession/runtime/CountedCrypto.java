package io.quarkiverse.usersession.runtime;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;

import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.Mac;
import javax.crypto.MacSpi;
import javax.crypto.ShortBufferException;

/**
 * Counts, while it is open, what the JDK is made to compute: as a security provider that comes first and passes everything on
 * to the one that would have been asked. Only what is made while it is open is counted.
 */
public final class CountedCrypto implements AutoCloseable {

    private static final String NAME = "CountedCrypto";

    private static int ciphers;
    private static int decryptions;
    private static int macs;
    private static int signatures;

    public CountedCrypto() {
        ciphers = 0;
        decryptions = 0;
        macs = 0;
        signatures = 0;
        Security.insertProviderAt(new Counting(), 1);
    }

    /** How many AES-GCM ciphers were made and used. */
    public int ciphers() {
        return ciphers;
    }

    /** How many messages AES-GCM was to decrypt. */
    public int decryptions() {
        return decryptions;
    }

    /** How many HMACs were made. */
    public int macs() {
        return macs;
    }

    /** How many messages HMACs were computed of. */
    public int signatures() {
        return signatures;
    }

    @Override
    public void close() {
        Security.removeProvider(NAME);
    }

    private static final class Counting extends Provider {

        private static final long serialVersionUID = 1L;

        Counting() {
            super(NAME, "1", "counts");
            put("Cipher.AES/GCM/NoPadding", Gcm.class.getName());
            put("Mac.HmacSHA256", HmacSha256.class.getName());
        }
    }

    /** Made by the JDK. */
    public static final class Gcm extends CipherSpi {

        private final Cipher cipher;
        private boolean used; // the JDK also makes one to look at
        private boolean decrypts;

        public Gcm() throws GeneralSecurityException {
            cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
                throws InvalidKeyException, InvalidAlgorithmParameterException {
            if (!used) {
                used = true;
                ciphers++;
            }
            decrypts = mode == Cipher.DECRYPT_MODE;
            cipher.init(mode, key, parameters, random);
        }

        @Override
        protected void engineUpdateAAD(byte[] bytes, int offset, int length) {
            cipher.updateAAD(bytes, offset, length);
        }

        @Override
        protected int engineDoFinal(byte[] input, int inputAt, int length, byte[] output, int outputAt)
                throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
            if (decrypts) {
                decryptions++;
            }
            return cipher.doFinal(input, inputAt, length, output, outputAt);
        }

        @Override
        protected void engineSetMode(String mode) {
        }

        @Override
        protected void engineSetPadding(String padding) {
        }

        @Override
        protected int engineGetBlockSize() {
            return cipher.getBlockSize();
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return cipher.getOutputSize(length);
        }

        @Override
        protected byte[] engineGetIV() {
            return cipher.getIV();
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            return cipher.getParameters();
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int at, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected int engineUpdate(byte[] input, int at, int length, byte[] output, int outputAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int at, int length) {
            throw new UnsupportedOperationException();
        }
    }

    /** Made by the JDK. */
    public static final class HmacSha256 extends MacSpi {

        private final Mac mac;

        public HmacSha256() throws GeneralSecurityException {
            mac = Mac.getInstance("HmacSHA256", "SunJCE");
            macs++;
        }

        @Override
        protected int engineGetMacLength() {
            return mac.getMacLength();
        }

        @Override
        protected void engineInit(Key key, AlgorithmParameterSpec parameters) throws InvalidKeyException {
            mac.init(key);
        }

        @Override
        protected void engineUpdate(byte input) {
            mac.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int at, int length) {
            mac.update(input, at, length);
        }

        @Override
        protected byte[] engineDoFinal() {
            signatures++;
            return mac.doFinal();
        }

        @Override
        protected void engineReset() {
            mac.reset();
        }
    }
}
