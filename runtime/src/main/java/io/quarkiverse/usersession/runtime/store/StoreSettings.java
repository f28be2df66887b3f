package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;

/**
 * How a store is used.
 *
 * @param cache how long an answer counts on this replica; zero for none, so that each request asks
 * @param timeout how long the store may take for an answer
 * @param accept whether users are let in while the store is unavailable. It only changes what the log says: whoever asks for a
 *        verdict acts by it
 */
public record StoreSettings(Duration cache, Duration timeout, boolean accept) {
}
