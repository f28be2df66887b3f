package io.quarkiverse.usersession.runtime.origin;

import java.util.concurrent.atomic.LongAdder;

import org.jboss.logging.Logger;

/**
 * Counts requests from other origins. Logs for each origin, once if a request was refused and once if one was let through,
 * which setting would change that. For requests that don't name their origin, it does so for each path.
 */
final class OriginReports {

    private static final Logger LOG = Logger.getLogger(CrossOriginGuard.class);

    private final OriginAdvice advice;
    private final Warnings refusedOrigins = new Warnings();
    private final Warnings refusedPaths = new Warnings();
    private final Warnings reportedOrigins = new Warnings();
    private final Warnings reportedPaths = new Warnings();
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
        String method = ShownText.of(origin.method());
        String path = ShownText.of(origin.path());
        String shown = shown(origin);
        String key = origin.hasOrigin() ? shown : path;
        Warnings warnings = warnings(origin.hasOrigin(), isRefused);
        if (!warnings.areNewFor(key)) {
            LOG.debugf("%s %s from another origin, %s, was %s", method, path, shown, done(isRefused));
            if (warnings.endWith(key)) {
                LOG.warnf("Requests %s more than %d %s were %s, so further ones are logged only at level DEBUG. The metric"
                        + " user.session.cross.origin.requests counts all of them",
                        origin.hasOrigin() ? "from" : "without an origin to", Warnings.LIMIT,
                        origin.hasOrigin() ? "other origins" : "paths", done(isRefused));
            }
        } else if (isRefused) {
            LOG.warnf("%s %s from another origin, %s, was refused with 403 because it %s. %s. This warning is logged only once"
                    + " for each %s", method, path, shown, reason, advice.on(origin), origin.hasOrigin() ? "origin" : "path");
        } else {
            LOG.warnf("%s %s from another origin, %s, was let through although it %s. %s. This warning is logged only once for"
                    + " each %s", method, path, shown, reason, advice.on(origin), origin.hasOrigin() ? "origin" : "path");
        }
    }

    private Warnings warnings(boolean hasOrigin, boolean isRefused) {
        if (isRefused) {
            return hasOrigin ? refusedOrigins : refusedPaths;
        }
        return hasOrigin ? reportedOrigins : reportedPaths;
    }

    private static String done(boolean isRefused) {
        return isRefused ? "refused" : "let through";
    }

    private static String shown(RequestOrigin request) {
        if (request.hasSeveral()) {
            return "which it names more than once";
        }
        return request.hasOrigin() ? "'" + ShownText.of(request.origin()) + "'" : "which it does not name";
    }
}
