package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.usersession.SignInCheck;
import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.state.SignInRegistry;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.smallrye.mutiny.Uni;

/**
 * Knows about sign-ins on this replica: those that it has ended itself, and the answers of the store, cached or new.
 */
public final class SignInBook implements SignInRegistry, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SignInBook.class);
    static final int MAX_BEGINNING = 256;
    private static final Uni<Verdict> UNAVAILABLE = Uni.createFrom().item(Verdict.UNAVAILABLE);

    private final InstantSource clock;
    private final Duration timeout;
    private final StoreMetrics metrics;
    private final StoreCalls store;
    private final Availability availability;
    private final OutageLog outages;
    private final OncePerMinute failures;
    private final Answers unbound;
    private final Answers bound;
    private final boolean binds;
    private final Endings endings;
    private final Ender ender;
    private final BackgroundEndings background;
    private final AtomicInteger beginning = new AtomicInteger();

    /**
     * @param store called when the store is first needed, and again until it returns one; an exception counts as a failure of
     *        the store
     * @param binds whether sign-ins are bound to browsers
     * @param clock the one that tells when users sign in
     */
    public SignInBook(Supplier<SignInStore> store, StoreSettings settings, boolean binds, InstantSource clock, Timers timers,
            StoreMetrics metrics) {
        this.clock = clock;
        this.timeout = settings.timeout();
        this.metrics = metrics;
        this.store = new StoreCalls(store, timeout, timers, metrics);
        this.availability = new Availability(timers);
        this.outages = new OutageLog(settings.accept());
        this.failures = new OncePerMinute(timers, outages::single);
        this.unbound = new Answers(settings.cache().toMillis());
        this.bound = new Answers(settings.cache().toMillis());
        this.binds = binds;
        this.endings = new Endings(clock);
        this.ender = new Ender(endings, unbound, bound, this.store, metrics);
        this.background = new BackgroundEndings(ender, new LostEndings(timers, metrics), timers);
    }

    public StoreMetrics metrics() {
        return metrics;
    }

    /**
     * @param signedIn returns who is signed in to a session, or null; throws an exception if it is not a session of this
     *        extension
     */
    public SignIns signIns(Function<UserSession, SignedIn> signedIn) {
        return new StoredSignIns(this, ender, endings, store, clock, signedIn);
    }

    /**
     * Judges a sign-in without asking the store.
     *
     * @return null if only the store knows
     */
    public Verdict known(SignedIn signedIn) {
        if (endings.isEnded(signedIn.principal(), signedIn.id(), signedIn.at())) {
            metrics.remembered();
            return Verdict.ENDED;
        }
        long now = clock.millis();
        Answers.Answer answer = answers(signedIn.bound()).at(now, signedIn.principal(), signedIn.id());
        if (answer == null) {
            return null;
        }
        metrics.cached(answer.verdict(), now - answer.askedAt());
        return answer.verdict();
    }

    /**
     * Asks the store about a sign-in that is not {@linkplain #known known}. The {@code Uni} never fails. If an event loop calls
     * this method, the verdict arrives there, in the present Vert.x context. It never arrives in that of another request.
     *
     * @param userAgent the {@code User-Agent} of the browser; null if it sent none
     */
    public Uni<Verdict> ask(SignedIn signedIn, String userAgent) {
        Inquiry inquiry = inquire(signedIn, userAgent, clock.millis());
        if (inquiry == null) {
            metrics.asked(Verdict.UNAVAILABLE);
            return UNAVAILABLE;
        }
        return inquiry.verdict(CallingContext.current(), verdict -> settle(signedIn, verdict));
    }

    /** Judges a sign-in by what is {@linkplain #known known}, or else asks the store. */
    public Uni<Verdict> judge(SignedIn signedIn, String userAgent) {
        Verdict known = known(signedIn);
        return known == null ? ask(signedIn, userAgent) : Uni.createFrom().item(known);
    }

    /** This replica may have ended the sign-in while the store was asked. */
    private Verdict settle(SignedIn signedIn, Verdict verdict) {
        boolean ended = endings.isEnded(signedIn.principal(), signedIn.id(), signedIn.at());
        Verdict settled = ended ? Verdict.ENDED : verdict;
        metrics.asked(settled);
        return settled;
    }

    /** @return null if the store can't be asked now */
    private Inquiry inquire(SignedIn signedIn, String userAgent, long now) {
        Answers answers = answers(signedIn.bound());
        Inquiry shared = answers.underWay(now, signedIn.principal(), signedIn.id());
        if (shared != null) {
            return shared;
        }
        Availability.Permit permit = availability.permit();
        if (permit == Availability.Permit.NONE) {
            return null;
        }
        Inquiry own = new Inquiry(signedIn.principal(), signedIn.id(), signedIn.bound(), now, permit);
        Inquiry first = answers.begin(own);
        if (first == own) {
            SignInCheck check = new SignInCheck(signedIn.principal(), signedIn.id(), Instant.ofEpochMilli(signedIn.at()),
                    UserAgent.of(userAgent), signedIn.bound());
            store.check(check, (active, failure) -> answered(own, check, active, failure));
        }
        return first;
    }

    private void answered(Inquiry inquiry, SignInCheck check, Boolean active, Throwable failure) {
        if (failure != null) {
            failed(inquiry.permit, failure);
            end(inquiry, Verdict.UNAVAILABLE);
            return;
        }
        if (availability.answered(inquiry.permit)) {
            outages.ends();
        }
        if (active || check.bound() || !binds) {
            end(inquiry, active ? Verdict.ACTIVE : Verdict.ENDED);
        } else {
            tellWhy(inquiry, check);
        }
    }

    /**
     * A sign-in that is not bound was refused. If it would not be as a bound one, it is active, and only this cookie is not
     * good. To ask binds nothing: what was refused is ended, or bound already. If the store doesn't tell, this request stays
     * refused, and the next one asks again.
     */
    private void tellWhy(Inquiry inquiry, SignInCheck check) {
        SignInCheck asBound = new SignInCheck(check.principal(), check.id(), check.signedInAt(), Optional.empty(), true);
        store.check(asBound, (active, failure) -> {
            if (failure != null) {
                failed(Availability.Permit.ASK, failure);
                end(inquiry, Verdict.REFUSED);
            } else {
                end(inquiry, active ? Verdict.UNBOUND_COPY : Verdict.ENDED);
            }
        });
    }

    private void failed(Availability.Permit permit, Throwable failure) {
        LOG.debugf("A call to the sign-in store failed: %s", StoreFailure.reason(failure));
        if (OutageSign.isIn(failure)) {
            if (availability.failed(permit)) {
                outages.begins(failure);
            }
            return;
        }
        failures.add(1, StoreFailure.reason(failure));
        if (availability.answered(permit)) { // otherwise a user whose entry can't be read could keep an outage going
            outages.ends();
        }
    }

    private void end(Inquiry inquiry, Verdict verdict) {
        answers(inquiry.bound).end(inquiry, verdict);
        inquiry.answer(verdict);
    }

    private Answers answers(boolean ofBound) {
        return ofBound ? bound : unbound;
    }

    /**
     * No request waits for this. If it fails, or if too many are in progress, the first authenticated request registers the
     * sign-in. So many sign-ins at a time can't make the store unavailable for other users.
     */
    @Override
    public void begin(SignedIn signedIn, String userAgent) {
        if (beginning.incrementAndGet() > MAX_BEGINNING) {
            beginning.decrementAndGet();
            return;
        }
        Inquiry inquiry = inquire(signedIn, userAgent, clock.millis());
        if (inquiry == null) {
            beginning.decrementAndGet();
        } else {
            inquiry.whenAnswered(beginning::decrementAndGet);
        }
    }

    @Override
    public void replace(SignedIn former) {
        background.endReplaced(former.principal(), former.id());
    }

    @Override
    public void end(SignedIn signedIn) {
        background.end(signedIn.principal(), signedIn.id());
    }

    @Override
    public boolean isEnded(SignedIn signedIn) {
        return endings.isEnded(signedIn.principal(), signedIn.id(), signedIn.at())
                || bound.isEnded(signedIn.principal(), signedIn.id())
                || !signedIn.bound() && unbound.isEnded(signedIn.principal(), signedIn.id());
    }

    @Override
    public void countEnded() {
        metrics.remembered();
    }

    /**
     * Runs all waiting endings now, and waits for them up to the timeout. Call it when no requests are served any more, and not
     * on an event loop.
     */
    @Override
    public void close() {
        background.close(timeout);
        failures.say();
    }
}
