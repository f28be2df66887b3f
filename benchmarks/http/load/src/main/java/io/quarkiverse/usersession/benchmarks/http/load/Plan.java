package io.quarkiverse.usersession.benchmarks.http.load;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is measured, and how often.
 *
 * @param forks processes of each server, one after the other
 * @param rounds over all kinds of requests, in each fork
 * @param warmUpSeconds for each kind of request, in each fork
 * @param starts with the extension and as many without
 * @param isolatedRequests whose answers are checked
 * @param floodRounds over all kinds of floods
 */
record Plan(int forks, int rounds, int warmUpSeconds, int starts, int isolatedRequests, int floodRounds, Set<Part> parts,
        Set<Kind> kinds) {

    enum Part {
        LOAD,
        STARTS,
        ISOLATION,
        FLOOD,
        STORE,
        VALUES
    }

    enum Kind {
        JVM,
        NATIVE
    }

    private static final Plan FULL = new Plan(5, 4, 2, 20, 1_000_000, 6, EnumSet.allOf(Part.class), EnumSet.of(Kind.JVM));
    private static final Plan QUICK = new Plan(1, 3, 1, 3, 50_000, 2, EnumSet.allOf(Part.class), EnumSet.of(Kind.JVM));

    static Plan of(List<String> options) {
        Plan plan = options.contains("--quick") ? QUICK : FULL;
        for (Iterator<String> rest = options.iterator(); rest.hasNext();) {
            String option = rest.next();
            plan = switch (option) {
                case "--quick", "--jvm-only" -> plan;
                case "--forks" -> plan.withForks(Integer.parseInt(rest.next()));
                case "--native" -> plan.with(plan.parts, EnumSet.allOf(Kind.class));
                case "--native-only" -> plan.with(plan.parts, EnumSet.of(Kind.NATIVE));
                case "--only-load", "--only-starts", "--only-isolation", "--only-flood", "--only-store",
                        "--only-values" ->
                    plan.with(
                            EnumSet.of(Part.valueOf(option.substring("--only-".length()).toUpperCase(Locale.ROOT))),
                            plan.kinds);
                default -> throw new IllegalArgumentException("There is no option " + option + ", see benchmarks/http/run");
            };
        }
        return plan;
    }

    /** A native executable has nothing to warm up, and each of its processes is like the others. */
    Plan ofExecutable() {
        return new Plan(Math.min(forks, 3), Math.min(rounds, 3), 1, starts, isolatedRequests, floodRounds, parts, kinds);
    }

    private Plan withForks(int number) {
        return new Plan(number, rounds, warmUpSeconds, starts, isolatedRequests, floodRounds, parts, kinds);
    }

    private Plan with(Set<Part> otherParts, Set<Kind> otherKinds) {
        return new Plan(forks, rounds, warmUpSeconds, starts, isolatedRequests, floodRounds, otherParts, otherKinds);
    }
}
