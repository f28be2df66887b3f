package io.quarkiverse.usersession.testing;

import java.time.Duration;
import java.time.InstantSource;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.runtime.store.InMemorySignInStore;

class InMemorySignInStoreTest extends SignInStoreSuite {

    @Override
    protected SignInStore createStore(InstantSource clock, Duration maxAge) {
        return new InMemorySignInStore(clock, maxAge);
    }
}
