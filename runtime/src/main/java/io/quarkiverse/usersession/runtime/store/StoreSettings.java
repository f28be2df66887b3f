package io.quarkiverse.usersession.runtime.store;

import java.time.Duration;

/**
 * How a store is used.
 *
 * @param cache how long an answer counts on this replica; zero for none, so that each request asks
 * @param timeout how long the store may take to answer
 * @param accept whether users are let in while the store is unavailable. Here this changes only what the log says: the caller
 *        decides by the verdict
 */
public record StoreSettings(Duration cache, Duration timeout, boolean accept) {
}
