package io.quarkiverse.usersession.benchmarks.http.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** What was measured at one endpoint, by request, in the order of the rounds. */
final class Samples {

    private final Map<String, List<Sample>> byRequest = new HashMap<>();

    void add(Request request, Sample sample) {
        byRequest.computeIfAbsent(request.name(), name -> new ArrayList<>()).add(sample);
    }

    Quartiles cpuMicros(String request) {
        return Quartiles.of(each(request).stream().map(Sample::cpuMicros).toList());
    }

    Quartiles bytes(String request) {
        return Quartiles.of(each(request).stream().map(Sample::bytes).toList());
    }

    Quartiles perSecond(String request) {
        return Quartiles.of(each(request).stream().map(Sample::perSecond).toList());
    }

    long failed(String request) {
        return each(request).stream().mapToLong(Sample::failed).sum();
    }

    /** The CPU time of the request divided by that of the plain one of the same round. */
    Quartiles ratioToPlain(String request) {
        return Quartiles.of(byRound(request, (cpu, plain) -> cpu / plain));
    }

    /** What the request adds to the plain one of the same round, in microseconds of CPU time. */
    Quartiles added(String request) {
        return Quartiles.of(addedByRound(request));
    }

    /** What the request adds to the plain one, divided by what the other one adds. */
    Ratio addedRatio(String request, String other) {
        return Ratio.ofMedians(addedByRound(request), addedByRound(other));
    }

    private List<Double> addedByRound(String request) {
        return byRound(request, (cpu, plain) -> cpu - plain);
    }

    private List<Double> byRound(String request, DoubleBinaryOperator pairing) {
        List<Sample> samples = each(request);
        List<Sample> plain = each(Request.PLAIN);
        List<Double> values = new ArrayList<>();
        for (int round = 0; round < samples.size(); round++) {
            values.add(pairing.applyAsDouble(samples.get(round).cpuMicros(), plain.get(round).cpuMicros()));
        }
        return values;
    }

    private List<Sample> each(String request) {
        return byRequest.get(request);
    }

    /**
     * @param cpuMicros of the server, for each request
     * @param bytes that the server allocated for each request; 0 if it does not tell
     */
    record Sample(double cpuMicros, double bytes, double perSecond, long failed) {
    }
}
