package io.quarkiverse.usersession.test.qute;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.quarkiverse.usersession.testsupport.Browser.vary;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

/** The session in Qute templates, where nobody has put it. */
class TemplatesTest {

    private static final String PAGE = """
            {title}: {session:userID ?: 'stranger'}
            {#if session:message}[{session:message}]{/if}{#if session:details}[from {session:details.city}]{/if}
            {#for line in session:cart.lines.orEmpty}{line.sku} {line.quantity}, {/for}{session:cart.total ?: 0} in all
            {#for line in session:lines.orEmpty}{line.sku} {line.quantity}{/for}
            {session:get('user-name') ?: 'nobody'} of {session:address.city ?: 'nowhere'}, visit {session:visits ?: 0}
            {session:shop}{session:nothing}""";

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-rest-qute", Version.getVersion()),
                    Dependency.of("io.quarkus", "quarkus-qute", Version.getVersion())))
            .withApplicationRoot(jar -> jar.addPackage(TemplatePages.class.getPackage())
                    .addClass(TestClock.class) // it stands still: an answer after two seconds would keep a flash value
                    .addAsResource(new StringAsset(PAGE), "templates/checked.html")
                    .addAsResource(new StringAsset("{#if show}{session:userID}{/if}nothing"), "templates/untouched.html")
                    .addAsResource(new StringAsset("{title} of {session:userID}: {session:message}"),
                            "templates/slow.html")
                    .addAsResource(new StringAsset("{session.userID}, {session:userID}"), "templates/own.html")
                    .addAsResource(new StringAsset("Hello {session:userID}"), "templates/tags/hello.html")
                    .addAsResource(new StringAsset("{#hello /}, {#include untouched show=true /}"),
                            "templates/nested.html"));

    private Browser browser;

    @BeforeEach
    void openABrowser() {
        browser = new Browser();
    }

    @Test
    void aCheckedTemplateReadsTheSessionOfItsVisitor() {
        assertThat(browser.get("/checked").asString()).isEqualTo("""
                Title: stranger

                0 in all

                nobody of nowhere, visit 0
                corner shop""");
        browser.post("/fill");

        assertThat(browser.get("/checked").asString()).isEqualTo("""
                Title: Ada &lt;3
                [Welcome][from Rome]
                bread 1, honey 2, 3 in all
                milk 4
                ada of London, visit 3
                corner shop""");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/checked", "/route", "/servlet", "/streamed" })
    void aFlashValueIsShownOnOnePageHoweverOftenThePageAsksForIt(String page) {
        browser.post("/fill");

        assertThat(browser.get(page).asString()).contains("[Welcome][from Rome]");
        assertThat(browser.get(page).asString()).doesNotContain("Welcome", "Rome").contains("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = { "destroy", "clear", "unset", "read-another" })
    void aFlashValueThatATemplateHasShownIsGoneWhenTheSessionHasLostIt(String change) {
        browser.post("/fill");

        String[] pages = browser.get("/twice/" + change).asString().split("\\|");

        assertThat(pages[0]).contains("[Welcome][from Rome]");
        assertThat(pages[1]).startsWith("Second").doesNotContain("Welcome", "Rome", "Another");
    }

    @Test
    void aFlashValueThatATemplateHasShownStaysUntilTheEndOfTheRequest() {
        browser.post("/fill");
        assertThat(browser.get("/twice/renew").asString().split("\\|")[1]).contains("[Welcome][from Rome]");
        browser.post("/fill");
        assertThat(browser.get("/twice/flash").asString().split("\\|")[1]).contains("[Another][from Rome]");
    }

    @Test
    void aHeadRequestLeavesAFlashValueToThePage() {
        browser.post("/fill");
        browser.send("HEAD", "/checked", given());

        assertThat(browser.get("/checked").asString()).contains("[Welcome]");
    }

    @Test
    void whatTheApplicationHasReadItselfIsNotThereForTheTemplate() {
        browser.post("/fill");

        assertThat(browser.get("/read-before").asString()).startsWith("WelcomeTitle").doesNotContain("[Welcome]");
    }

    @Test
    void aTemplateThatReadsNothingLeavesTheSessionAlone() {
        browser.post("/fill");

        Response response = browser.get("/untouched");

        assertThat(response.asString()).isEqualTo("nothing");
        assertThat(setCookies(response)).isEmpty();
        assertThat(vary(response)).doesNotContain("Cookie");
        assertThat(vary(browser.get("/checked"))).contains("Cookie");
    }

    @Test
    void aSessionOfTheTemplatesOwnIsNotHidden() {
        browser.post("/fill");

        assertThat(browser.get("/plain/own").asString()).isEqualTo("not the session, Ada &lt;3");
    }

    @Test
    void tagsAndIncludedTemplatesReadTheSessionToo() {
        browser.post("/fill");

        assertThat(browser.get("/plain/nested").asString()).isEqualTo("Hello Ada &lt;3, Ada &lt;3nothing");
    }

    @Test
    void whatIsRenderedOnAnotherThreadHasTheSessionOfItsRequest() {
        browser.post("/fill");

        assertThat(browser.get("/slow").asString()).isEqualTo("Title of Ada &lt;3: Welcome");
        assertThat(browser.get("/slow").asString()).isEqualTo("Title of Ada &lt;3: ");
    }

    @Test
    void aTemplateRenderedAfterTheHeadersReadsTheSessionAndLeavesFlashValuesToTheNextPage() {
        browser.post("/fill");

        Response late = browser.get("/late");

        assertThat(late.asString()).startsWith("first Title: Ada").contains("[Welcome][from Rome]");
        assertThat(setCookies(late)).isEmpty();
        assertThat(browser.get("/checked").asString()).contains("[Welcome][from Rome]");
        assertThat(browser.get("/checked").asString()).doesNotContain("Welcome");
    }

    @Test
    void whereThereIsNoRequestATemplateSaysSo() {
        assertThat(browser.get("/no-request").asString()).contains("There is no user session here", "use SessionStorage");
    }

    @Test
    void aValueThatIsNotOfItsTypeFailsAsItDoesForTheApplication() {
        assertThat(browser.get("/mistyped").asString()).contains("SessionValueException", "key 'cart'");
    }
}
