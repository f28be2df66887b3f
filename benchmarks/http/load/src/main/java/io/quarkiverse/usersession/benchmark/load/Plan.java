package io.quarkiverse.usersession.benchmark.load;

import java.util.List;

/**
 * How much is measured.
 *
 * @param forks processes of each server, one after the other
 * @param rounds over all kinds of requests, in each fork
 * @param warmUpSeconds for each kind of request, in each fork
 * @param seconds for each kind of request, in each round
 * @param starts with the extension and as many without
 * @param isolatedRequests whose answers are checked
 */
record Plan(int forks, int rounds, int warmUpSeconds, int seconds, int starts, int isolatedRequests, boolean onJvm,
        boolean asNative, boolean loads) {

    private static final Plan FULL = new Plan(5, 4, 2, 1, 20, 1_000_000, true, false, true);
    private static final Plan QUICK = new Plan(1, 3, 1, 1, 3, 50_000, true, false, true);

    static Plan of(List<String> options) {
        Plan plan = options.contains("--quick") ? QUICK : FULL;
        for (String option : options) {
            plan = switch (option) {
                case "--quick" -> plan;
                case "--native" -> plan.withNative(true);
                case "--native-only" -> plan.withNative(false);
                case "--no-load" -> plan.withoutLoad();
                default -> throw new IllegalArgumentException("There is no option " + option
                        + ", but --quick, --native, --native-only and --no-load");
            };
        }
        return plan;
    }

    private Plan withNative(boolean andJvm) {
        return new Plan(forks, rounds, warmUpSeconds, seconds, starts, isolatedRequests, andJvm, true, loads);
    }

    private Plan withoutLoad() {
        return new Plan(forks, rounds, warmUpSeconds, seconds, starts, isolatedRequests, onJvm, asNative, false);
    }
}
