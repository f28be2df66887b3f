package io.quarkiverse.usersession.deployment;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets only one thread of one process in at a time, with a file that all of them lock. It never waits for ever. */
final class FileGuard implements AutoCloseable {

    private static final long PAUSE_MILLIS = 5;

    private final FileChannel channel; // which releases its lock as it is closed

    private FileGuard(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException if the file can't be locked, or if another process does not release it within that time */
    static FileGuard of(Path file, Duration patience) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (!isLocked(channel)) {
                if (System.nanoTime() - end > 0) {
                    throw new FileSystemException(file.toString(), null, "another process has locked it");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            return new FileGuard(channel);
        } catch (InterruptedException e) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
