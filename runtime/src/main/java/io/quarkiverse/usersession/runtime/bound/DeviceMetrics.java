package io.quarkiverse.usersession.runtime.bound;

import java.util.concurrent.atomic.LongAdder;

import io.quarkiverse.usersession.runtime.http.DeviceVerdict;

/** Counts what happens to device-bound sessions, since the application started. */
public final class DeviceMetrics {

    /** An event that is counted, with the name of its metric and the value of its tag. */
    public enum Event {
        OFFERED("offers", null),
        REGISTERED("registrations", "registered"),
        REGISTRATION_REFUSED("registrations", "refused"),
        REGISTRATION_FAILED("registrations", "failed"),
        REFRESHED("refreshes", "refreshed"),
        CHALLENGED("refreshes", "challenged"),
        ENDED("refreshes", "ended"),
        REFRESH_REFUSED("refreshes", "refused"),
        REFRESH_UNAVAILABLE("refreshes", "unavailable"),
        TO_COME_AGAIN("unproven", "to_come_again"),
        COULD_NOT_PROVE("unproven", "could_not_prove"),
        CAUSED_ELSEWHERE("unproven", "caused_elsewhere"),
        UNPROVEN("unproven", "refused");

        private final String metric;
        private final String outcome;

        Event(String metric, String outcome) {
            this.metric = metric;
            this.outcome = outcome;
        }

        public String metric() {
            return metric;
        }

        public String description() {
            return switch (metric) {
                case "offers" -> "Sign-ins for which the browser was offered to bind them";
                case "registrations" -> "Requests of browsers to bind a sign-in, by what came of them";
                case "refreshes" -> "Requests of browsers for another proof, by what came of them";
                default -> "Requests of bound sign-ins without a proof, by what was made of them";
            };
        }

        /** The value of the tag {@code outcome}; null if the metric has no such tag. */
        public String outcome() {
            return outcome;
        }
    }

    private final LongAdder[] counts = new LongAdder[Event.values().length];

    public DeviceMetrics() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void judged(DeviceVerdict verdict) {
        if (!verdict.isLetIn()) {
            happened(Event.valueOf(verdict.name()));
        }
    }

    void happened(Event event) {
        counts[event.ordinal()].increment();
    }

    /** How often it has happened. */
    public long count(Event event) {
        return counts[event.ordinal()].sum();
    }
}
