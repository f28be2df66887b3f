package io.quarkiverse.usersession.testing;

import java.time.Duration;
import java.time.InstantSource;

import org.junit.jupiter.api.extension.ExtendWith;

import io.quarkiverse.usersession.SignInStore;

/**
 * The tests that each {@link SignInStore} has to pass. Extend it in the tests of a store:
 *
 * <pre>
 * class JdbcSignInStoreTest extends SignInStoreSuite {
 *
 *     &#64;Override
 *     protected SignInStore createStore(InstantSource clock, Duration maxAge) {
 *         return new JdbcSignInStore(emptyDatabase(), clock, maxAge);
 *     }
 * }
 * </pre>
 *
 * The suite tests what the documentation of {@link SignInStore} requires. It can't test whether a store blocks, what becomes of
 * a cancelled call, or what a store reports when its server fails. Random numbers have a fixed seed. Tests wait only for
 * answers of the store.
 */
@ExtendWith(StoreExtension.class)
public abstract class SignInStoreSuite
        implements StoreCheckTests, StoreEndTests, StoreEndAllTests, StoreListTests, StoreUserTests, StoreBoundTests,
        StoreConcurrencyTests {

    /**
     * Creates an empty store. Called once for each test.
     *
     * @param clock the clock that the store must use. It starts at the current time. Tests move it forward by months, and never
     *        back. If the store has a clock that can't be replaced, see {@link #advance}
     * @param maxAge how long a cookie lives, as in {@code quarkus.user-session.max-age}
     */
    protected abstract SignInStore createStore(InstantSource clock, Duration maxAge) throws Exception;

    /**
     * Creates a second store with the same sign-ins, as on another replica. It must not share a cache with the first one.
     * Called after {@link #createStore}. If you don't override this method, the suite tests only a single replica.
     *
     * @param store the store that {@code createStore} returned
     */
    protected SignInStore replicaOf(SignInStore store) throws Exception {
        return store;
    }

    /**
     * Called after each test.
     *
     * @param store the store that {@link #createStore} returned
     */
    protected void closeStore(SignInStore store) throws Exception {
        // most have nothing to close
    }

    /**
     * Lets time pass by moving {@code clock} forward. If your store uses another clock, override this method and move that
     * clock, or skip the test with {@code Assumptions.abort(...)}.
     *
     * @param clock the clock that was passed to {@link #createStore}
     * @param step how far to move the clock, not negative
     */
    protected void advance(SuiteClock clock, Duration step) {
        clock.advance(step);
    }

    /** The maximum number of sign-ins that the store keeps for a user. The default is 100. */
    protected int maxSignIns() {
        return 100;
    }

    /** How often concurrency tests repeat each race. The default is 200. */
    protected int rounds() {
        return 200;
    }

    /** How long the suite waits for an answer of the store before a test fails. The default is 10 seconds. */
    protected Duration timeout() {
        return Duration.ofSeconds(10);
    }
}
