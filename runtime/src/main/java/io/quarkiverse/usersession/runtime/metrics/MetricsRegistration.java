package io.quarkiverse.usersession.runtime.metrics;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.state.Commit;
import io.quarkiverse.usersession.runtime.state.SessionMetrics;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.runtime.metrics.MetricsFactory.MetricBuilder;

/**
 * Shows the counts of sessions to the metrics system of the application.
 */
public final class MetricsRegistration {

    private static final String PREFIX = "user.session.";
    private static final String BYTES = "bytes";

    private final MetricsFactory factory;

    public MetricsRegistration(MetricsFactory factory) {
        this.factory = factory;
    }

    /** @param session what messages call the session: the name of its cookie */
    public void register(String session, SessionMetrics metrics) {
        for (CookieOutcome outcome : CookieOutcome.values()) {
            metric("opened", session, "Sessions that were used, by what became of the cookie that the request brought")
                    .tag("outcome", outcome.toString())
                    .buildCounter(() -> metrics.opened(outcome));
        }
        metric("opened.accepted.secret", session,
                "Valid cookies that were sealed with an accepted secret, and not with the current one")
                .buildCounter(metrics::openedWithAcceptedSecret);
        for (Commit.Kind kind : Commit.Kind.values()) {
            if (kind != Commit.Kind.NONE) {
                metric("commits", session, "Session cookies that were made for responses, by what they do to the browser's")
                        .tag("kind", kind.toString())
                        .buildCounter(() -> metrics.commits(kind));
            }
        }
        metric("cookie.size", session, "Names and values of the session cookies that were set, together")
                .unit(BYTES)
                .buildCounter(metrics::cookieBytes);
        metric("cookie.size.max", session, "Name and value of the largest session cookie that was set since the start")
                .unit(BYTES)
                .buildGauge(metrics::largestCookieBytes);
    }

    private MetricBuilder metric(String name, String session, String description) {
        return factory.builder(PREFIX + name).description(description).tag("session", session);
    }
}
