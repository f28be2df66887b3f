package io.quarkiverse.usersession.sample;

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

/** A certificate that nobody vouches for, made by the JDK's own tool. */
final class SelfSigned {

    private static final String PASSWORD = "password";

    private final Path keyStore;

    private SelfSigned(Path keyStore) {
        this.keyStore = keyStore;
    }

    /** @param directory for the certificate and its key */
    static SelfSigned in(Path directory) throws IOException, InterruptedException {
        Path keyStore = directory.resolve("self-signed.p12").toAbsolutePath();
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "test", "-keyalg", "EC", "-dname", "CN=test", "-validity", "30", "-storetype",
                "PKCS12",
                "-keystore", keyStore.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true).redirectOutput(directory.resolve("keytool.txt").toFile()).start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool has made no certificate");
        }
        return new SelfSigned(keyStore);
    }

    /** What makes the shop speak HTTPS too. */
    Map<String, String> environment() {
        return Map.of("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", keyStore.toString(),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", PASSWORD);
    }

    SSLContext server() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(managers.getKeyManagers(), null, null);
        return server;
    }
}
