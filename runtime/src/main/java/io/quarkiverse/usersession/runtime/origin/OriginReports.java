package io.quarkiverse.usersession.runtime.origin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.jboss.logging.Logger;

/**
 * Counts requests from other origins. Logs for each origin, once if a request was refused and once if one was let through,
 * which setting would change that. The number of origins is limited, because clients can send any.
 */
final class OriginReports {

    private static final Logger LOG = Logger.getLogger(CrossOriginGuard.class);
    private static final int MOST_ORIGINS = 100;

    private final OriginAdvice advice;
    private final Set<String> refusedOrigins = ConcurrentHashMap.newKeySet();
    private final Set<String> reportedOrigins = ConcurrentHashMap.newKeySet();
    private final LongAdder refused = new LongAdder();
    private final LongAdder reported = new LongAdder();

    OriginReports(OriginRules rules) {
        this.advice = new OriginAdvice(rules);
    }

    long refused() {
        return refused.sum();
    }

    long reported() {
        return reported.sum();
    }

    /** The request has a session cookie. */
    void arrived(ForeignRequest request, boolean isRefused) {
        report(request, isRefused, "has a session cookie");
    }

    /** The request tries to change a session. */
    void change(ForeignRequest request, String session, boolean isRefused) {
        report(request, isRefused, "would change session '" + session + "'");
    }

    /** The message of the exception for a refused change. */
    String message(ForeignRequest request, String session) {
        RequestOrigin origin = request.origin();
        return "Session '" + session + "' can't be changed by " + ShownText.of(origin.method()) + " "
                + ShownText.of(origin.path()) + ", because it came from another origin, " + shown(origin) + ". "
                + advice.on(origin);
    }

    private void report(ForeignRequest request, boolean isRefused, String reason) {
        if (!request.isToBeCounted()) {
            return;
        }
        (isRefused ? refused : reported).increment();
        RequestOrigin origin = request.origin();
        String shown = shown(origin);
        if (!isFirst(shown, isRefused ? refusedOrigins : reportedOrigins)) {
            LOG.debugf("%s %s from another origin, %s, was %s", ShownText.of(origin.method()), ShownText.of(origin.path()),
                    shown,
                    isRefused ? "refused" : "let through");
        } else if (isRefused) {
            LOG.warnf("%s %s from another origin, %s, was refused with 403 because it %s. %s. This warning is logged only once"
                    + " for each origin", ShownText.of(origin.method()), ShownText.of(origin.path()), shown, reason,
                    advice.on(origin));
        } else {
            LOG.warnf("%s %s from another origin, %s, was let through although it %s. %s. This warning is logged only once for"
                    + " each origin", ShownText.of(origin.method()), ShownText.of(origin.path()), shown, reason,
                    advice.on(origin));
        }
    }

    private static boolean isFirst(String origin, Set<String> origins) {
        return origins.size() < MOST_ORIGINS && origins.add(origin);
    }

    private static String shown(RequestOrigin request) {
        if (request.hasSeveral()) {
            return "which it names more than once";
        }
        return request.hasOrigin() ? "'" + ShownText.of(request.origin()) + "'" : "which it does not name";
    }
}
