package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;

class AcceptWithoutStoreTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInStoreTests.application()
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.store.unavailable", "accept")
            .setLogRecordPredicate(record -> record.getLoggerName().contains(".usersession.")
                    && record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records)
                    .filteredOn(record -> record.getMessage().contains("sign-in store"))
                    .as("one for each outage").singleElement()
                    .matches(record -> record.getMessage().startsWith("The sign-in store is unavailable")));

    @Inject
    SwitchableStore store;

    @Test
    void usersAreLetInDuringAnOutage() {
        store.switchTo(SwitchableStore.Mode.UNAVAILABLE);
        Browser browser = new Browser();
        browser.get("/sign-in?user=ada&role=admin");

        for (String path : new String[] { "/for-users", "/route/for-admins", "/by-path/page", "/open" }) {
            assertThat(browser.get(path).asString()).startsWith("ada");
        }
    }
}
