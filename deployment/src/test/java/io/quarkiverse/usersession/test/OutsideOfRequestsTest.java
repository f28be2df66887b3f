package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** An application that sets nothing and serves nothing. */
class OutsideOfRequestsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest().withEmptyApplication();

    @Test
    void S6_testModeHasASecretOfItsOwn() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.user-session.secret", String.class)).hasSize(64);
    }
}
