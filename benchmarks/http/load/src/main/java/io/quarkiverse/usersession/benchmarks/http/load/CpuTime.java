package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The time for which the threads of a process were on a CPU, in nanoseconds, as Linux accounts it. The threads of the
 * just-in-time compiler are left out: they belong to the warm-up, not to the requests.
 */
final class CpuTime {

    private static final String COMPILERS = "C[12] Compiler.*";

    private final Map<String, Long> byThread;

    private CpuTime(Map<String, Long> byThread) {
        this.byThread = byThread;
    }

    static CpuTime of(long pid) throws IOException {
        Map<String, Long> byThread = new HashMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                if (!Files.readString(thread.resolve("comm")).strip().matches(COMPILERS)) {
                    String times = Files.readString(thread.resolve("schedstat"));
                    byThread.put(thread.getFileName().toString(), Long.parseLong(times.substring(0, times.indexOf(' '))));
                }
            }
        } catch (NoSuchFileException e) {
            return of(pid); // a thread has ended meanwhile
        }
        return new CpuTime(byThread);
    }

    long nanos() {
        return byThread.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What has been added since then; threads that have ended count no more. */
    long nanosSince(CpuTime before) {
        return byThread.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.byThread.getOrDefault(thread.getKey(), 0L))
                .sum();
    }
}
