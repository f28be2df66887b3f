package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.StoredValue;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.test.QuarkusUnitTest;

class StoredValueWithoutStoreTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Shop.class))
            .assertException(failure -> assertThat(ExceptionUtil.getRootCause(failure).getMessage())
                    .isEqualTo("StoredValue<java.lang.String> at " + Shop.class.getName()
                            + "#cart needs a store for values that are too large for a cookie: add the dependency"
                            + " io.quarkiverse.usersession:quarkus-user-session-redis"));

    @Test
    void failsTheBuildWithTheDependencyToAdd() {
        Assertions.fail("the application has started");
    }

    @Singleton
    static class Shop {

        @Inject
        @SessionKey("cart")
        StoredValue<String> cart;
    }
}
