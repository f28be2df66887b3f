package io.quarkiverse.usersession.runtime;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.origin.CrossOriginGuard;
import io.quarkiverse.usersession.runtime.state.Commit;
import io.quarkiverse.usersession.runtime.state.SessionMetrics;
import io.quarkiverse.usersession.runtime.store.StoreMetrics;
import io.quarkiverse.usersession.runtime.store.StoreOperation;
import io.quarkiverse.usersession.runtime.store.Verdict;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.runtime.metrics.MetricsFactory.MetricBuilder;

/**
 * Registers the counts of sessions with the metrics system of the application. No metric's name is the beginning of another's,
 * because the longer one would then look like a part of the shorter one.
 */
public final class MetricsRegistration {

    private static final String PREFIX = "user.session.";
    private static final String BYTES = "bytes";

    private final MetricsFactory factory;

    public MetricsRegistration(MetricsFactory factory) {
        this.factory = factory;
    }

    void register(Sessions sessions) {
        for (String name : sessions.names()) {
            register(name, sessions.definition(name).metrics());
        }
        CrossOriginGuard guard = sessions.guard();
        crossOrigin("refused").buildCounter(guard::refused);
        crossOrigin("reported").buildCounter(guard::reported);
    }

    private MetricBuilder crossOrigin(String outcome) {
        return factory.builder(PREFIX + "cross.origin.requests")
                .description("Requests from other origins that had a session cookie or would have changed a session")
                .tag("outcome", outcome);
    }

    private void register(String session, SessionMetrics metrics) {
        for (CookieOutcome outcome : CookieOutcome.values()) {
            metric("opened", session, "Sessions that were used, by the outcome of the cookie in the request")
                    .tag("outcome", outcome.toString())
                    .buildCounter(() -> metrics.opened(outcome));
        }
        metric("accepted.secret.uses", session,
                "Valid cookies that were sealed with an accepted secret instead of the current one")
                .buildCounter(metrics::openedWithAcceptedSecret);
        for (Commit.Kind kind : Commit.Kind.values()) {
            if (kind != Commit.Kind.NONE) {
                metric("commits", session, "Session cookies that were written to responses, by kind")
                        .tag("kind", kind.toString())
                        .buildCounter(() -> metrics.commits(kind));
            }
        }
        metric("cookie.bytes", session,
                "Bytes of the names and values of all session cookies that were written, without removals")
                .unit(BYTES)
                .buildCounter(metrics::cookieBytes);
        metric("largest.cookie.bytes", session,
                "Bytes of the name and value of the largest session cookie since the start")
                .unit(BYTES)
                .buildGauge(metrics::largestCookieBytes);
    }

    /** Call this if the application has a sign-in store. */
    public void register(StoreMetrics metrics) {
        for (Verdict outcome : Verdict.values()) {
            if (outcome.isFinal()) {
                checks(outcome, "cache").buildCounter(() -> metrics.fromCache(outcome));
            }
            checks(outcome, "store").buildCounter(() -> metrics.fromStore(outcome));
        }
        for (StoreOperation operation : StoreOperation.values()) {
            if (operation.ends()) {
                signIns("ended",
                        "Endings of a sign-in, or of all of a user, that this replica began and the store has confirmed")
                        .tag("operation", operation.toString())
                        .buildCounter(() -> metrics.ended(operation));
            }
            signIns("store.failures", "Commands to the sign-in store that failed, or were not answered in time")
                    .tag("operation", operation.toString())
                    .buildCounter(() -> metrics.failures(operation));
        }
        signIns("lost.endings", "Sign-outs that the store did not confirm, in three tries or fewer")
                .buildCounter(metrics::lostEndings);
        metrics.recordAnswerAge(signIns("answer.age", "How old the answers from the cache are when they are used")
                .buildTimer());
    }

    private MetricBuilder checks(Verdict outcome, String source) {
        return signIns("checks", "Requests whose sign-in was judged, by what came of it and who said so")
                .tag("outcome", outcome.toString())
                .tag("source", source);
    }

    private MetricBuilder signIns(String name, String description) {
        return factory.builder(PREFIX + "sign.in." + name).description(description);
    }

    /** @param session the name of the session, not that of its cookie */
    private MetricBuilder metric(String name, String session, String description) {
        return factory.builder(PREFIX + name).description(description).tag("session", session);
    }
}
