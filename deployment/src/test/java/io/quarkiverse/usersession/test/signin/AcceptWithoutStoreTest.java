package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

class AcceptWithoutStoreTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = SignInStoreTests.application(RecentPages.CLASSES)
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.recent.paths", "/recent/path/*")
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.recent.policy", "recent-sign-in")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.store.unavailable", "accept")
            .setLogRecordPredicate(record -> record.getLoggerName().contains(".usersession.")
                    && record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records)
                    .filteredOn(record -> record.getMessage().contains("sign-in store"))
                    .as("one for each outage").singleElement()
                    .matches(record -> record.getMessage().startsWith("The sign-in store is unavailable")));

    @Inject
    SwitchableStore store;

    @BeforeEach
    void beginTheOutage() {
        store.switchTo(SwitchableStore.Mode.UNAVAILABLE);
    }

    /** An ended sign-in may be one of a thief, who must not change the password. */
    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "multi", "stage", "bean", "path/page", "route", "uni-route", "servlet" })
    void whereARecentSignInIsNeededNobodyIsLetInDuringAnOutage(String path) {
        Browser browser = new Browser();
        browser.get("/sign-in?user=ada&role=admin");

        Response response = browser.navigate("/recent/" + path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("1");
        assertThat(Browser.setCookies(response)).isEmpty();
        assertThat(browser.get("/for-users").asString()).startsWith("ada");
    }

    @Test
    void usersAreLetInDuringAnOutage() {
        Browser browser = new Browser();
        browser.get("/sign-in?user=ada&role=admin");

        for (String path : new String[] { "/for-users", "/route/for-admins", "/by-path/page", "/open" }) {
            assertThat(browser.get(path).asString()).startsWith("ada");
        }
    }
}
