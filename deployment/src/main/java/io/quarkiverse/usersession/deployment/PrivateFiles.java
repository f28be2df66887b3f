package io.quarkiverse.usersession.deployment;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Creates files that only their owner can read. On file systems without POSIX permissions, as on Windows, files inherit the
 * protection of the user's home directory.
 */
final class PrivateFiles {

    private static final Set<PosixFilePermission> OF_A_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OF_A_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private PrivateFiles() {
    }

    static boolean isPrivate(Path path) throws IOException {
        if (!hasPermissions(path)) {
            return true;
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        permissions.retainAll(OF_OTHERS);
        return permissions.isEmpty();
    }

    static void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory.getParent());
        try {
            if (hasPermissions(directory.getParent())) {
                Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OF_A_DIRECTORY));
            } else {
                Files.createDirectory(directory);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
        makePrivate(directory, OF_A_DIRECTORY);
    }

    /** @throws IOException also if the file system ignores permissions, as on a memory stick */
    static void makePrivate(Path file) throws IOException {
        makePrivate(file, OF_A_FILE);
    }

    private static void makePrivate(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (isPrivate(path)) {
            return;
        }
        Files.setPosixFilePermissions(path, permissions);
        if (!isPrivate(path)) {
            throw new FileSystemException(path.toString(), null, "others can read it");
        }
    }

    private static boolean hasPermissions(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
