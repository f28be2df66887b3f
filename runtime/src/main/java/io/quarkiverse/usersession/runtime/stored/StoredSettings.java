package io.quarkiverse.usersession.runtime.stored;

import java.time.Duration;

/**
 * How large values are kept.
 *
 * @param maxSeconds how long a value that nobody reads lives
 * @param maxBytes how many bytes of JSON it may have
 * @param timeout how long the store may take for an answer
 */
public record StoredSettings(long maxSeconds, int maxBytes, Duration timeout) {

    /** How long a value of a session lives that has so many seconds left. */
    long seconds(long ofSession) {
        return Math.min(maxSeconds, ofSession);
    }
}
