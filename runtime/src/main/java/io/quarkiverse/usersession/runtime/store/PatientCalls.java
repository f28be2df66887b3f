package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.util.function.Supplier;

import io.quarkiverse.usersession.runtime.store.Availability.Permit;
import io.smallrye.mutiny.Uni;

/**
 * The way to a store other than that of sign-ins. A command waits no longer than the timeout; once one has waited in vain, the
 * others fail at once, but for one a second, until one is answered. A store that fails by itself, and fast, is asked each time.
 */
public final class PatientCalls {

    private final Duration timeout;
    private final String setting;
    private final Timers timers;
    private final Availability availability;

    /** @param setting the key of the timeout */
    public PatientCalls(Duration timeout, String setting, Timers timers) {
        this.timeout = timeout;
        this.setting = setting;
        this.timers = timers;
        this.availability = new Availability(timers);
    }

    /** The answer comes to the event loop of the subscriber, if it has one. */
    public <T> Uni<T> ask(Supplier<Uni<T>> command) {
        return Uni.createFrom().deferred(() -> {
            Permit permit = availability.permit();
            return permit == Permit.NONE ? Uni.createFrom().failure(StoreFailure.notAsked(setting))
                    : StoreCall.within(timeout, setting, timers, command, failure -> judge(permit, failure));
        });
    }

    /** The same for what nobody waits for: it is sent in an outage as well, and tells nothing about one. */
    public <T> Uni<T> tell(Supplier<Uni<T>> command) {
        return StoreCall.within(timeout, setting, timers, command, failure -> {
        });
    }

    private void judge(Permit permit, Throwable failure) {
        if (failure == null) {
            availability.answered(permit);
        } else if (permit == Permit.PROBE || StoreFailure.isTimeout(failure)) {
            availability.failed(permit);
        }
    }

    /** Whether the command may have reached the store. */
    public static boolean isAsked(Throwable failure) {
        return !StoreFailure.isNotAsked(failure);
    }

    /** Why a command failed, by types and a place, without the message of another's exception. */
    public static String reason(Throwable failure) {
        return StoreFailure.reason(failure);
    }
}
