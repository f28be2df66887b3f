package io.quarkiverse.usersession.runtime.stored;

import java.time.Duration;

/**
 * The settings of large values.
 *
 * @param maxSeconds how long a value lives that nobody reads
 * @param maxBytes how large it may be, in bytes of JSON
 * @param timeout how long the store may take to answer
 */
public record StoredSettings(long maxSeconds, int maxBytes, Duration timeout) {

    /** How long a value lives if its session lives for this number of seconds. */
    long seconds(long ofSession) {
        return Math.min(maxSeconds, ofSession);
    }
}
