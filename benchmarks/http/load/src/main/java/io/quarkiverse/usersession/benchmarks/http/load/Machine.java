package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the benchmark ran on. */
final class Machine {

    private static final Pattern MODEL = Pattern.compile("model name\\s*: (.*)");

    private Machine() {
    }

    static void check() throws IOException, InterruptedException {
        if (!Files.isDirectory(Path.of("/proc/self/task")) || Runtime.getRuntime().availableProcessors() < 2) {
            throw new IOException("The benchmark needs Linux and two cores, one for the server and one for the load");
        }
        for (List<String> tool : List.of(List.of("taskset", "--version"), List.of("wrk", "--version"))) {
            try {
                new ProcessBuilder(tool).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                        .waitFor();
            } catch (IOException e) {
                throw new IOException("The benchmark needs '" + tool.get(0)
                        + "'; on Debian: apt-get install wrk util-linux", e);
            }
        }
    }

    static String description() throws IOException {
        Matcher model = MODEL.matcher(Files.readString(Path.of("/proc/cpuinfo")));
        return LocalDate.now(ZoneOffset.UTC) + "; " + (model.find() ? model.group(1) : System.getProperty("os.arch")) + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, Linux "
                + System.getProperty("os.version") + ", load of the last 15 minutes before "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[2]
                + "; JVM " + System.getProperty("java.vm.version") + " (" + System.getProperty("java.vendor") + ")";
    }
}
