package io.quarkiverse.usersession.deployment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import org.jboss.logging.Logger;

/**
 * A random secret of one user on one machine, from which the secrets of their applications in development and test mode are
 * derived. It is in a file that only this user can read, and all their processes find the same one.
 */
final class MachineSecret {

    private static final Logger LOG = Logger.getLogger(MachineSecret.class);

    private static final int RANDOM_BYTES = 32;
    private static final int CHARACTERS = 2 * RANDOM_BYTES;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final Duration patience;

    private MachineSecret(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /** The place of the secret of the user with this home directory. */
    static Path fileIn(Path home) {
        return home.resolve(".quarkus").resolve("user-session").resolve("development-secret");
    }

    /** A new secret, which is not stored. */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Reads the secret in the file, or creates it. A file that others may have read, or that does not contain a secret, is
     * replaced.
     *
     * @throws IOException if no file can be kept there that only its owner can read
     */
    static String keptIn(Path file) throws IOException {
        return keptIn(file, PATIENCE);
    }

    /** @param patience how long to wait for other processes that create it */
    static String keptIn(Path file, Duration patience) throws IOException {
        MachineSecret secret = new MachineSecret(file, patience);
        Optional<String> kept = secret.read();
        return kept.isPresent() ? kept.get() : secret.make();
    }

    /** Empty if there is no secret, or none that can be trusted. The file appears as a whole, so nobody has to wait for it. */
    private Optional<String> read() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || attributes.size() != CHARACTERS || !PrivateFiles.isPrivate(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return isSecret(text) ? Optional.of(text) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean isSecret(String text) {
        return text.length() == CHARACTERS && text.chars().allMatch(HexFormat::isHexDigit);
    }

    private String make() throws IOException {
        PrivateFiles.makeDirectory(file.getParent());
        try (FileGuard guard = FileGuard.of(file.resolveSibling(file.getFileName() + ".lock"), patience)) {
            Optional<String> madeMeanwhile = read();
            if (madeMeanwhile.isPresent()) {
                return madeMeanwhile.get();
            }
            boolean replaced = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            String made = random();
            write(made);
            if (replaced) {
                LOG.warnf("%s was damaged or could be read by others: it has been replaced, and sessions of development mode"
                        + " have ended", file);
            }
            return made;
        }
    }

    private void write(String secret) throws IOException {
        Path whole = Files.createTempFile(file.getParent(), "development-secret", ".new");
        try {
            PrivateFiles.makePrivate(whole);
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.ISO_8859_1)));
                channel.force(true);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
