package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class SessionScopedBeansTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Cart.class))
            .setLogRecordPredicate(record -> record.getMessage().contains("@SessionScoped"))
            .assertLogRecords(warnings -> assertThat(warnings).isEmpty());

    @Inject
    Cart cart;

    @Test
    void whereServletsOrWebSocketsKeepThemTheBuildSaysNothing() {
        assertThat(cart).isNotNull();
    }

    @SessionScoped
    static class Cart {
    }
}
