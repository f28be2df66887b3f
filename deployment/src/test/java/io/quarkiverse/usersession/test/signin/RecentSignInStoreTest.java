package io.quarkiverse.usersession.test.signin;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** With a store, whose answer comes later, and lazily: the user is not known before the method is called. */
class RecentSignInStoreTest extends RecentSignInTests {

    @RegisterExtension
    static final QuarkusUnitTest APP = application(SwitchableStore.class, SwitchableStore.Mode.class,
            SignInStoreTests.class)
            .overrideConfigKey("quarkus.http.auth.proactive", "false")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.store.cache", "0")
            .overrideRuntimeConfigKey("quarkus.user-session.sign-in.store.timeout", "10S");

    @Inject
    SwitchableStore store;

    private boolean outage;

    @Override
    int statusOfACopyAfterTheSignOut() {
        return 401;
    }

    @AfterEach
    void endTheOutage() {
        if (outage) {
            store.switchTo(SwitchableStore.Mode.UP);
            SignInStoreTests.awaitTheStore();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "multi", "stage", "bean", "path/page", "route", "uni-route", "blocking-route",
            "servlet", "servlet-method" })
    void withoutTheStoreNobodyPassesAndTheAnswerSaysSo(String path) {
        browser.get("/sign-in?user=ada");
        breakTheStore(SwitchableStore.Mode.FAILING);

        Response response = browser.navigate("/recent/" + path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("1");
        assertThat(setCookies(response)).isEmpty();
    }

    /** Without @Authenticated, with which Quarkus knows the user before it calls the method. */
    @Test
    void nobodyPassesWhereTheEventLoopWouldHaveToWait() {
        browser.get("/sign-in?user=ada");
        breakTheStore(SwitchableStore.Mode.HANGING);

        Response response = browser.get("/recent/event-loop");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.asString()).contains("@RecentSignIn on " + RecentPages.class.getName() + ".eventLoop()",
                "add @Authenticated, return a Uni, or make the method @Blocking");
    }

    /** The store answers on an event loop. */
    @ParameterizedTest
    @ValueSource(strings = { "blocking", "uni", "multi", "stage" })
    void methodsThatMayBlockRunWhereTheyMay(String kind) {
        browser.get("/sign-in?user=ada");
        breakTheStore(SwitchableStore.Mode.LATE);

        assertThat(browser.get("/recent/thread/" + kind).asString()).isEqualTo("worker");
    }

    private void breakTheStore(SwitchableStore.Mode mode) {
        outage = true;
        store.switchTo(mode);
    }
}
