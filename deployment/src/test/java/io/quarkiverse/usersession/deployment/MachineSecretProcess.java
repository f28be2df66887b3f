package io.quarkiverse.usersession.deployment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** A process that asks for the secret in each of the given files, in several threads, as soon as it is told to. */
final class MachineSecretProcess {

    private static final int THREADS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2); // as the machine and its disk may be busy

    private MachineSecretProcess() {
    }

    public static void main(String[] files) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, MachineSecretProcess::daemon);
        CyclicBarrier together = new CyclicBarrier(THREADS);
        System.out.println("ready");
        System.in.read();
        for (String file : files) {
            Callable<String> secret = () -> {
                together.await();
                return MachineSecret.keptIn(Path.of(file), PATIENCE);
            };
            List<Future<String>> found = threads.invokeAll(Stream.generate(() -> secret).limit(THREADS).toList());
            for (Future<String> one : found) {
                System.out.println(file + "=" + one.get());
            }
        }
    }

    /** Otherwise the process would go on for ever after a failure. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
