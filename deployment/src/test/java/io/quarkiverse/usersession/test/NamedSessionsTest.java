package io.quarkiverse.usersession.test;

import static io.quarkiverse.usersession.testsupport.Browser.setCookies;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkus.arc.Arc;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;

class NamedSessionsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = TestApplication.loggingEverything(new QuarkusUnitTest())
            .withApplicationRoot(jar -> jar.addClass(Endpoints.class)
                    .addPackage(TestApplication.class.getPackage()))
            .overrideRuntimeConfigKey("quarkus.user-session.cookie.same-site", "strict")
            .overrideRuntimeConfigKey("quarkus.user-session.max-age", "2H")
            .overrideRuntimeConfigKey("quarkus.user-session.onboarding.max-age", "10M")
            .overrideRuntimeConfigKey("quarkus.user-session.\"my cart\".cookie.name", "shopping")
            .overrideRuntimeConfigKey("quarkus.user-session.\"my cart\".cookie.path", "/named")
            .overrideRuntimeConfigKey("quarkus.user-session.\"my cart\".secret", "gT5wXc8Zr1Lk4Vb7Nq0Md3Hj6Fs9Pa2Ye")
            .overrideRuntimeConfigKey("quarkus.user-session.\"forgotten\".max-age", "1D")
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.quarkiverse.usersession")
                    && record.getLevel().intValue() >= Level.WARNING.intValue())
            .assertLogRecords(records -> assertThat(records).singleElement().satisfies(
                    record -> assertThat(new PatternFormatter("%p %s").format(record)).isEqualTo(
                            "WARN quarkus.user-session.\"forgotten\" configures a session that nothing injects:"
                                    + " inject it with @SessionName(\"forgotten\"), or remove its configuration")));

    private static final Map<String, String> COOKIES = new TreeMap<>(
            Map.of("unnamed", "__session", "onboarding", "__onboarding", "cart", "shopping"));

    @Test
    void eachHasItsOwnCookieAndSettingsAndWhatIsNotSetIsAsForTheUnnamedOne() {
        Response response = given().get("/named/set-all?value=ada");

        assertThat(setCookies(response)).hasSize(3)
                .anyMatch(cookie -> cookie
                        .matches("__session=[\\w-]+; Max-Age=7200; Path=/; HttpOnly; SameSite=Strict"))
                .anyMatch(cookie -> cookie
                        .matches("__onboarding=[\\w-]+; Max-Age=600; Path=/; HttpOnly; SameSite=Strict"))
                .anyMatch(cookie -> cookie
                        .matches("shopping=[\\w-]+; Max-Age=7200; Path=/named; HttpOnly; SameSite=Strict"));
        assertThat(given().header("Cookie", cookies(response)).get("/named/get-all").asString())
                .isEqualTo("ada-unnamed ada-onboarding ada-cart");
    }

    @Test
    void onlyTheSessionThatIsUsedIsCommitted() {
        Response response = given().get("/named/set-onboarding?value=ada");

        assertThat(setCookies(response)).singleElement().asString().startsWith("__onboarding=");
    }

    @Test
    void S2_noSessionTakesTheCookieOfAnother() {
        List<String> all = setCookies(given().get("/named/set-all?value=ada"));
        for (String victim : COOKIES.values()) {
            for (String stolen : all) {
                String value = stolen.substring(stolen.indexOf('=') + 1, stolen.indexOf(';'));
                boolean own = stolen.startsWith(victim + "=");

                String read = given().header("Cookie", victim + "=" + value).get("/named/get-all").asString();

                assertThat(read.contains("ada")).as("%s as %s", stolen.substring(0, 10), victim).isEqualTo(own);
            }
        }
    }

    @Test
    void aSessionCanBeLookedUpByAName() {
        assertThat(Arc.container().select(UserSession.class, SessionName.Literal.of("onboarding")).isResolvable()).isTrue();
        assertThat(Arc.container().select(UserSession.class, SessionName.Literal.of("onbording")).isResolvable()).isFalse();
    }

    private static String cookies(Response response) {
        return String.join("; ",
                setCookies(response).stream().map(cookie -> cookie.substring(0, cookie.indexOf(';'))).toList());
    }

    @Path("/named")
    public static class Endpoints {

        @Inject
        UserSession session;

        @Inject
        @SessionName("onboarding")
        UserSession onboarding;

        @Inject
        @SessionName("my cart")
        UserSession cart;

        @GET
        @Path("set-all")
        public String setAll(@RestQuery String value) {
            session.set("user", value + "-unnamed");
            onboarding.set("user", value + "-onboarding");
            cart.set("user", value + "-cart");
            return "set";
        }

        @GET
        @Path("set-onboarding")
        public String setOnboarding(@RestQuery String value) {
            onboarding.set("user", value);
            return "set";
        }

        @GET
        @Path("get-all")
        public String getAll() {
            return session.get("user").orElse("-") + " " + onboarding.get("user").orElse("-") + " "
                    + cart.get("user").orElse("-");
        }
    }
}
