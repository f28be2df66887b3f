package io.quarkiverse.usersession.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.test.QuarkusUnitTest;

/** An application that sets nothing and serves nothing. */
class OutsideOfRequestsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest().withEmptyApplication();

    @Inject
    UserSession session;

    @Test
    @ActivateRequestContext
    void aSessionWithoutARequestSaysSo() {
        assertThatThrownBy(() -> session.isNew())
                .hasMessageContaining("no HTTP request is being served on this thread: use SessionStorage");
    }

    @Test
    void S6_testModeHasASecretOfItsOwn() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.user-session.secret", String.class)).hasSize(64);
    }
}
