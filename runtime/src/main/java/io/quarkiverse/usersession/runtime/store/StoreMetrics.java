package io.quarkiverse.usersession.runtime.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import io.quarkus.runtime.metrics.MetricsFactory.TimeRecorder;

/** Counts calls to the store and verdicts without the store, since the application started. */
public final class StoreMetrics {

    private final LongAdder[] fromCache = counters(Verdict.values().length);
    private final LongAdder[] fromStore = counters(Verdict.values().length);
    private final LongAdder[] ended = counters(StoreOperation.values().length);
    private final LongAdder[] failures = counters(StoreOperation.values().length);
    private final LongAdder lostEndings = new LongAdder();
    private volatile TimeRecorder answerAge; // null without a metrics extension

    /** From now on, records the age of each cached answer that is used. */
    public void recordAnswerAge(TimeRecorder recorder) {
        answerAge = recorder;
    }

    /** A sign-in was judged by a cached answer. */
    void cached(Verdict verdict, long ageInMillis) {
        fromCache[verdict.ordinal()].increment();
        TimeRecorder recorder = answerAge;
        if (recorder != null) {
            recorder.update(ageInMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** A sign-in was judged that this replica knows to have ended. */
    void remembered() {
        fromCache[Verdict.ENDED.ordinal()].increment();
    }

    /** A sign-in was judged by asking the store, or the store was unavailable. */
    void asked(Verdict verdict) {
        fromStore[verdict.ordinal()].increment();
    }

    void confirmed(StoreOperation operation) {
        ended[operation.ordinal()].increment();
    }

    void failed(StoreOperation operation) {
        failures[operation.ordinal()].increment();
    }

    void lost(int endings) {
        lostEndings.add(endings);
    }

    /** How many requests had this verdict without asking the store. */
    public long fromCache(Verdict verdict) {
        return fromCache[verdict.ordinal()].sum();
    }

    /** How many requests had this verdict by asking the store, or because it was unavailable. */
    public long fromStore(Verdict verdict) {
        return fromStore[verdict.ordinal()].sum();
    }

    /** How many endings of this operation the store has confirmed. */
    public long ended(StoreOperation operation) {
        return ended[operation.ordinal()].sum();
    }

    /** How many commands of this operation failed or were not answered in time. */
    public long failures(StoreOperation operation) {
        return failures[operation.ordinal()].sum();
    }

    /** How many sign-outs the store did not confirm, in three tries or fewer. */
    public long lostEndings() {
        return lostEndings.sum();
    }

    private static LongAdder[] counters(int number) {
        LongAdder[] counters = new LongAdder[number];
        for (int i = 0; i < number; i++) {
            counters[i] = new LongAdder();
        }
        return counters;
    }
}
