package io.quarkiverse.usersession.test.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost, made by the JDK's own tool when it is first needed. */
public final class SelfSigned {

    public static final String PASSWORD = "password";

    private static final Path KEY_STORE = Path.of("target", "self-signed.p12").toAbsolutePath();

    private SelfSigned() {
    }

    public static synchronized Path keyStore() {
        if (Files.exists(KEY_STORE)) {
            return KEY_STORE;
        }
        try {
            Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair", "-alias", "localhost", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                    "SAN=dns:localhost", "-validity", "30", "-storetype", "PKCS12", "-keystore", KEY_STORE.toString(),
                    "-storepass", PASSWORD).inheritIO().start();
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool has made no certificate");
            }
            return KEY_STORE;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a client needs to trust the certificate. */
    public static SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore())) {
            certificates.load(file, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", certificates.getCertificate("localhost"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
