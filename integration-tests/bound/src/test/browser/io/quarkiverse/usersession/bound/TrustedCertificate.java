package io.quarkiverse.usersession.bound;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate for hosts under {@code test} and an authority of tests that vouches for it, made by the JDK's own tool. Chromium
 * registers no device-bound session where a certificate is not really trusted, so it must be told of the authority: it reads
 * which ones its user trusts from a database in the user's home.
 *
 * @param keyStore the file with the certificate and its key
 * @param authority the file with the certificate of the authority
 */
record TrustedCertificate(Path keyStore, Path authority) {

    static final String PASSWORD = "password";

    /** @param directory for the files, or where they are already */
    static synchronized TrustedCertificate in(Path directory) {
        TrustedCertificate certificate = new TrustedCertificate(directory.resolve("server.p12").toAbsolutePath(),
                directory.resolve("authority.crt").toAbsolutePath());
        if (Files.notExists(certificate.keyStore)) {
            certificate.make(directory.toAbsolutePath());
        }
        return certificate;
    }

    private void make(Path directory) {
        try {
            Files.createDirectories(directory);
            String authorityKeys = directory.resolve("authority.p12").toString();
            keytool(authorityKeys, "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Authority of tests", "-ext",
                    "bc:critical=ca:true", "-ext", "ku:critical=keyCertSign,cRLSign", "-validity", "30");
            keytool(authorityKeys, "-exportcert", "-rfc", "-alias", "ca", "-file", authority.toString());
            String server = directory.resolve("making.p12").toString();
            String request = directory.resolve("server.csr").toString();
            String signed = directory.resolve("server.crt").toString();
            keytool(server, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=app.example.test", "-validity", "30");
            keytool(server, "-certreq", "-alias", "server", "-file", request);
            keytool(authorityKeys, "-gencert", "-rfc", "-alias", "ca", "-infile", request, "-outfile", signed, "-validity", "30",
                    "-ext", "eku=serverAuth", "-ext", "ku:critical=digitalSignature", "-ext",
                    "SAN=dns:app.example.test,dns:sibling.example.test,dns:elsewhere.test,dns:localhost");
            keytool(server, "-importcert", "-noprompt", "-alias", "ca", "-file", authority.toString());
            keytool(server, "-importcert", "-noprompt", "-alias", "server", "-file", signed);
            keytool(server, "-delete", "-alias", "ca");
            Files.move(Path.of(server), keyStore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keytool(String keyStore, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", keyStore, "-storepass", PASSWORD));
        run(command);
    }

    /** Has whoever has that home trust the authority. */
    void trustedIn(Path home) {
        Path database = home.resolve(".pki/nssdb").toAbsolutePath();
        try {
            Files.createDirectories(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(List.of("certutil", "-d", "sql:" + database, "-N", "--empty-password"));
        run(List.of("certutil", "-d", "sql:" + database, "-A", "-t", "C,,", "-n", "tests", "-i", authority.toString()));
    }

    private static void run(List<String> command) {
        try {
            File output = File.createTempFile("certificates", ".txt");
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
            if (!process.waitFor(300, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command.get(0) + " failed: " + Files.readString(output.toPath()));
            }
            Files.delete(output.toPath());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(
                    command.get(0) + " can't be run: install it (apt-get install libnss3-tools has certutil)", e);
        }
    }
}
