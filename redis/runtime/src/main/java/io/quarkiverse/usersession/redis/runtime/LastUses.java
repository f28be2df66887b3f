package io.quarkiverse.usersession.redis.runtime;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.smallrye.mutiny.Uni;

/** Writes when sign-ins were last used. No request waits for this. If it fails, the next request does it. */
final class LastUses {

    private static final Logger LOG = Logger.getLogger(LastUses.class);

    /** So that they leave room for checks. */
    static final int MAX_IN_PROGRESS = 256;

    private final PatientCalls calls;
    private final AtomicInteger inProgress = new AtomicInteger();

    LastUses(PatientCalls calls) {
        this.calls = calls;
    }

    void write(Supplier<Uni<Boolean>> write) {
        if (inProgress.incrementAndGet() > MAX_IN_PROGRESS) {
            inProgress.decrementAndGet();
            return;
        }
        calls.tell(write).subscribe().with(ignored -> inProgress.decrementAndGet(), this::fail);
    }

    private void fail(Throwable failure) {
        inProgress.decrementAndGet();
        LOG.debugf("The last use of a sign-in could not be stored: %s", PatientCalls.reason(failure));
    }
}
