package io.quarkiverse.usersession.compatibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.usersession.testsupport.Browser;
import io.restassured.response.Response;

/** The session itself, with the one or the other implementation of REST. */
final class SessionChecks {

    private static final String VALUE = "/value/colour";

    private SessionChecks() {
    }

    static Stream<Check> of(String rest) {
        return Stream.of(
                new Check(rest, "a value is there in the next request", SessionChecks::keepsAValue),
                new Check(rest, "the cookie has the attributes of the guide", SessionChecks::setsTheAttributes),
                new Check(rest, "an untouched session sets no cookie", SessionChecks::leavesUntouchedAlone),
                new Check(rest, "a session that is only read is not set again", SessionChecks::doesNotSetWhatItReads),
                new Check(rest, "an error keeps what the session was given", SessionChecks::commitsWithErrors),
                new Check(rest, "a flash value is there once", SessionChecks::flashes),
                new Check(rest, "a record is a value", SessionChecks::keepsRecords),
                new Check(rest, "a named session has a cookie of its own", SessionChecks::keepsNamedSessions),
                new Check(rest, "a renewed session has its values", SessionChecks::renews),
                new Check(rest, "a destroyed session is gone", SessionChecks::destroys),
                new Check(rest, "a damaged cookie is an empty session", SessionChecks::survivesDamage));
    }

    static Stream<Check> ofUni() {
        return Stream.of(new Check("rest-jackson", "a Uni uses the session after its method", SessionChecks::worksLater));
    }

    /** A browser whose session has a colour. */
    static Browser browserWith(String colour) {
        Browser browser = new Browser();
        send(browser, VALUE, colour);
        return browser;
    }

    static Response send(Browser browser, String path, String text) {
        return browser.send("POST", path, given().contentType("text/plain").body(text));
    }

    static void assertColour(Browser browser, String colour) {
        assertThat(browser.get(VALUE).asString()).isEqualTo(colour);
    }

    private static void keepsAValue() {
        assertColour(browserWith("green"), "green");
        assertColour(new Browser(), "none");
    }

    private static void setsTheAttributes() {
        List<String> cookies = Browser.setCookies(send(new Browser(), VALUE, "green"));

        assertThat(cookies).singleElement().asString().startsWith("__session=")
                .contains("; Max-Age=31536000", "; Path=/", "; HttpOnly", "; SameSite=Lax");
    }

    private static void leavesUntouchedAlone() {
        Response untouched = browserWith("green").get("/untouched");

        assertThat(untouched.statusCode()).isEqualTo(200);
        assertThat(Browser.setCookies(untouched)).isEmpty();
    }

    private static void doesNotSetWhatItReads() {
        assertThat(Browser.setCookies(browserWith("green").get(VALUE))).isEmpty();
    }

    private static void commitsWithErrors() {
        Browser browser = new Browser();

        assertThat(send(browser, "/value-and-error/colour", "red").statusCode()).isEqualTo(409);
        assertColour(browser, "red");
    }

    private static void flashes() {
        Browser browser = new Browser();
        send(browser, "/flash", "saved");

        assertThat(browser.get("/flash").asString()).isEqualTo("saved");
        assertThat(browser.get("/flash").asString()).isEqualTo("none");
    }

    private static void keepsRecords() {
        Browser browser = new Browser();
        send(browser, "/basket", "");

        assertThat(browser.get("/basket").asString()).isEqualTo("Basket[items=[tea, cup], coupons=2]");
    }

    private static void keepsNamedSessions() {
        Browser browser = new Browser("__onboarding");
        List<String> cookies = Browser.setCookies(send(browser, "/step", "two"));

        assertThat(cookies).singleElement().asString().startsWith("__onboarding=").contains("; Max-Age=3600");
        assertThat(browser.get("/step").asString()).isEqualTo("two");
    }

    private static void renews() {
        Browser browser = browserWith("green");
        String before = browser.cookie();

        assertThat(send(browser, "/renew", "").asString()).isEqualTo("renewed");
        assertThat(browser.cookie()).isNotEqualTo(before);
        assertColour(browser, "green");
    }

    private static void destroys() {
        Browser browser = browserWith("green");

        assertThat(Browser.setCookies(send(browser, "/destroy", ""))).singleElement().asString().contains("; Max-Age=0");
        assertThat(browser.cookie()).isNull();
    }

    private static void survivesDamage() {
        Browser browser = browserWith("green");
        String cookie = browser.cookie();
        Response damaged = browser.with(cookie.substring(0, cookie.length() - 8) + "AAAAAAAA").get(VALUE);

        assertThat(damaged.statusCode()).isEqualTo(200);
        assertThat(damaged.asString()).isEqualTo("none");
        assertThat(browser.cookie()).isNull();
    }

    private static void worksLater() {
        Browser browser = new Browser();
        send(browser, "/later", "soon");

        assertThat(browser.get("/later").asString()).isEqualTo("soon");
    }
}
