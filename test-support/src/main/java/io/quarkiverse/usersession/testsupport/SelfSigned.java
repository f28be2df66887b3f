package io.quarkiverse.usersession.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for localhost that nobody vouches for, made by the JDK's own tool.
 *
 * @param keyStore the file with the certificate and its key
 */
public record SelfSigned(Path keyStore) {

    public static final String PASSWORD = "password";

    private static final String ALIAS = "localhost";

    /** @param directory for the certificate and its key, or where they are already */
    public static synchronized SelfSigned in(Path directory) {
        Path keyStore = directory.resolve("self-signed.p12").toAbsolutePath();
        if (Files.notExists(keyStore)) {
            make(keyStore);
        }
        return new SelfSigned(keyStore);
    }

    private static void make(Path keyStore) {
        try {
            Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
                    "-validity", "30", "-storetype", "PKCS12", "-keystore", keyStore.toString(), "-storepass", PASSWORD)
                    .redirectErrorStream(true).redirectOutput(keyStore.resolveSibling("keytool.txt").toFile()).start();
            if (!keytool.waitFor(300, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException("keytool has made no certificate");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What makes a packaged application speak HTTPS too. */
    public Map<String, String> environment() {
        return Map.of("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", keyStore.toString(),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", PASSWORD);
    }

    /** What a server needs to show the certificate. */
    public SSLContext server() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(), PASSWORD.toCharArray());
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(keys.getKeyManagers(), null, null);
        return server;
    }

    /** What a client needs to trust the certificate. */
    public SSLContext client() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, load().getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
        return client;
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        return keys;
    }
}
