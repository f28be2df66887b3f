package io.quarkiverse.usersession.benchmarks.http.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /** @param cookies the values of the {@code Cookie} header, which the requests send in turn */
    static Wrk run(String uri, List<String> cookies, int seconds) throws IOException, InterruptedException {
        Path script = Files.createTempFile("benchmark-requests", ".lua");
        try {
            Files.writeString(script, script(cookies));
            Process process = new ProcessBuilder("taskset", "-c", CORE, "wrk", "-t", "1", "-c", CONNECTIONS,
                    "-d", seconds + "s", "-s", script.toString(), uri).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IOException("wrk failed: " + output);
            }
            return parse(output);
        } finally {
            Files.delete(script);
        }
    }

    private static String script(List<String> cookies) {
        String quoted = cookies.stream().map(cookie -> "[=[" + cookie + "]=]").collect(Collectors.joining(", "));
        return """
                local requests = {}
                local sent = 0

                function init(arguments)
                    for number, cookie in ipairs({%s}) do
                        requests[number] = wrk.format(nil, nil, {Host = wrk.headers.Host, Cookie = cookie})
                    end
                end

                function request()
                    sent = sent %% #requests + 1
                    return requests[sent]
                end
                """.formatted(quoted);
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
