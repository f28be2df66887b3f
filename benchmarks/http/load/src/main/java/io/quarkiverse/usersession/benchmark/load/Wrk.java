package io.quarkiverse.usersession.benchmark.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of wrk, on a core of its own.
 *
 * @param requests how many were answered
 * @param perSecond how many were answered each second
 * @param failed how many answers had a status of an error, or did not come
 */
record Wrk(long requests, double perSecond, long failed) {

    private static final String CORE = "1";
    private static final String CONNECTIONS = "16";

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern PER_SECOND = Pattern.compile("Requests/sec: +([\\d.]+)");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKET_ERRORS = Pattern
            .compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    /** @param cookie the value of the {@code Cookie} header of all requests */
    static Wrk run(String uri, String cookie, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", CORE,
                "wrk", "-t", "1", "-c", CONNECTIONS, "-d", seconds + "s", "-H", "Cookie: " + cookie, uri));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed: " + output);
        }
        return parse(output);
    }

    static Wrk parse(String output) {
        Matcher socketErrors = SOCKET_ERRORS.matcher(output);
        long failed = first(ERRORS, output, 0);
        if (socketErrors.find()) {
            for (int i = 1; i <= socketErrors.groupCount(); i++) {
                failed += Long.parseLong(socketErrors.group(i));
            }
        }
        Matcher perSecond = PER_SECOND.matcher(output);
        long requests = first(REQUESTS, output, -1);
        if (requests < 1 || !perSecond.find()) {
            throw new IllegalArgumentException("wrk has got no answer: " + output);
        }
        return new Wrk(requests, Double.parseDouble(perSecond.group(1)), failed);
    }

    private static long first(Pattern pattern, String output, long otherwise) {
        Matcher matcher = pattern.matcher(output);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : otherwise;
    }
}
