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
 * It tests all that the documentation of {@link SignInStore} says, but that a store doesn't block: no test can show that.
 * Randomness has a fixed seed. Nothing waits but for answers.
 */
@ExtendWith(StoreExtension.class)
public abstract class SignInStoreSuite
        implements StoreCheckTests, StoreEndTests, StoreEndAllTests, StoreListTests, StoreUserTests, StoreBoundTests,
        StoreConcurrencyTests {

    /**
     * Makes a store that remembers nothing yet. Called once for each test.
     *
     * @param clock what the store is to take for the time: tests move it forward by months, and never back. It begins at the
     *        present. If the store has a clock that can't be replaced, see {@link #advance}
     * @param maxAge how long a cookie lives, {@code quarkus.user-session.max-age}
     */
    protected abstract SignInStore createStore(InstantSource clock, Duration maxAge) throws Exception;

    /**
     * Another replica's store of the same sign-ins, which has cached nothing of what the first one knows. Called after
     * {@link #createStore}. If this is not overridden, the suite does not test more than one replica.
     *
     * @param store what {@code createStore} has made
     */
    protected SignInStore replicaOf(SignInStore store) throws Exception {
        return store;
    }

    /**
     * Called after each test.
     *
     * @param store what {@link #createStore} has made
     */
    protected void closeStore(SignInStore store) throws Exception {
        // most have nothing to close
    }

    /**
     * Lets time pass, that of {@code clock}. Override it for a store that has another clock, and change that one, or leave the
     * test out with {@code Assumptions.abort(...)}.
     *
     * @param clock the one that {@link #createStore} was given
     * @param step not negative
     */
    protected void advance(SuiteClock clock, Duration step) {
        clock.advance(step);
    }

    /** How many sign-ins of one user the store keeps at most. Unless overridden, 100. */
    protected int maxSignIns() {
        return 100;
    }

    /** How often the tests of what runs at the same time try it. Unless overridden, 200 times. */
    protected int rounds() {
        return 200;
    }

    /** How long the suite waits for an answer before a test fails. Unless overridden, 10 seconds. */
    protected Duration timeout() {
        return Duration.ofSeconds(10);
    }
}
