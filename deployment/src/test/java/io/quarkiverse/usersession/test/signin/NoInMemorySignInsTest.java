package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SignInStore;
import io.quarkus.test.QuarkusUnitTest;

/** Having the module for tests is not having a store. */
class NoInMemorySignInsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInApplication.with();

    @Inject
    @Any
    Instance<SignInStore> stores;

    @Test
    void noStoreIsThereUnlessItIsSelected() {
        assertThat(stores).isEmpty();
    }
}
