package io.quarkiverse.usersession.testing;

import java.time.Instant;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

import io.quarkiverse.usersession.SignInStore;

/** Gives each test of a {@link SignInStoreSuite} a store of its own. */
final class StoreExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(StoreExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == StoreUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        SignInStoreSuite suite = (SignInStoreSuite) test.getRequiredTestInstance();
        SuiteClock clock = new SuiteClock(Instant.now());
        try {
            SignInStore store = suite.createStore(clock, StoreUnderTest.MAX_AGE);
            test.getStore(NAMESPACE).put(SignInStore.class, (AutoCloseable) () -> suite.closeStore(store)); // JUnit closes it
            return new StoreUnderTest(suite, store, suite.replicaOf(store), clock);
        } catch (Exception e) {
            throw new ParameterResolutionException("The suite could not make a store", e);
        }
    }
}
