package io.quarkiverse.usersession.testing;

import static io.quarkiverse.usersession.testing.SessionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;

class SessionAssertionsTest {

    private static final Response NONE = Responses.setting("other=1", "__session2=x");
    private static final Response SET = Responses.setting("__session=value-of-the-cookie; Max-Age=60; Path=/");
    private static final Response EXPIRED = Responses.setting("__session=; Max-Age=0; Path=/");

    @Test
    void eachAssertionHoldsForItsOwnKindOfResponse() {
        assertThat(NONE).setsNoSessionCookie();
        assertThat(SET).setsSessionCookie();
        assertThat(EXPIRED).expiresSessionCookie();
    }

    @Test
    void eachAssertionFailsForTheOthersAndDoesNotTellTheValue() {
        assertThat(failure(() -> assertThat(SET).setsNoSessionCookie())).isEqualTo(
                "Expected the response (status 200) to set no session cookie '__session', but it sets it");
        assertThat(failure(() -> assertThat(EXPIRED).setsNoSessionCookie())).isEqualTo(
                "Expected the response (status 200) to set no session cookie '__session', but it expires it");
        assertThat(failure(() -> assertThat(NONE).setsSessionCookie())).isEqualTo(
                "Expected the response (status 200) to set the session cookie '__session', but it neither sets nor expires it");
        assertThat(failure(() -> assertThat(EXPIRED).setsSessionCookie())).endsWith("but it expires it");
        assertThat(failure(() -> assertThat(NONE).expiresSessionCookie())).isEqualTo("Expected the response (status 200) to"
                + " expire the session cookie '__session', but it neither sets nor expires it");
        assertThat(failure(() -> assertThat(SET).expiresSessionCookie())).endsWith("but it sets it");
    }

    @Test
    void theLastCookieCountsAsInABrowser() {
        assertThat(Responses.setting("__session=value", "__session=; Max-Age=0")).expiresSessionCookie();
        assertThat(Responses.setting("__session=; Max-Age=0", "__session=value")).setsSessionCookie();
    }

    @Test
    void aCookieOfAnotherPathOrDomainTakesNoOthersPlace() {
        String set = "__session=value; Max-Age=60; path=/shop";
        String expiredThere = "__session=; Max-Age=0; Path=/shop";
        String expiredElsewhere = "__session=; Max-Age=0; Path=/";
        String expiredForAllHosts = "__session=; Max-Age=0; Path=/shop; Domain=example.com";

        assertThat(Responses.setting(set, expiredElsewhere, expiredForAllHosts)).setsSessionCookie();
        assertThat(Responses.setting(expiredElsewhere, set)).setsSessionCookie();
        assertThat(Responses.setting(set, expiredElsewhere, expiredThere)).expiresSessionCookie();
    }

    @Test
    void anotherSessionHasAnotherCookie() {
        Response response = Responses.setting("__onboarding=value; Max-Age=60");

        assertThat(response).setsNoSessionCookie();
        assertThat(response, TestSessions.named("onboarding")).setsSessionCookie();
        assertThat(response, TestSessions.defaultSession().cookieName("sid")).setsNoSessionCookie();
    }

    @Test
    void noResponseFails() {
        assertThat(failure(() -> assertThat((Response) null).setsNoSessionCookie())).contains("not to be null");
    }

    private static String failure(Runnable assertion) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(AssertionError.class, assertion::run).getMessage();
    }
}
