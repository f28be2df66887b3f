package io.quarkiverse.usersession.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkiverse.usersession.testsupport.RemixCookies;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;

/** A packaged application whose sessions are configured by real environment variables. */
class NamedSessionEnvironmentTest {

    private static final String SECRET = "bF8sKq3Vx0Zt7Wd2Yh5Nc9Lm4Rp6Gj1e";
    private static final String OLD_SECRET = "qT6xWc9Zr2Lk5Vb8Nq1Md4Hj7Fs0Pa3Y";

    @RegisterExtension
    static final QuarkusProdModeTest APP = new QuarkusProdModeTest()
            .withApplicationRoot(jar -> jar.addClass(Endpoint.class))
            .overrideConfigKey("quarkus.user-session.onboarding.cookie.path", "/onboarding");

    @ProdBuildResults
    ProdModeTestResults results;

    @TempDir
    Path directory;

    @Test
    void theyReachEachSessionAndWhatTheyDoNotReachIsSaid() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("SESSION_SECRET", SECRET, "QUARKUS_HTTP_PORT", "0"));
        environment.put("QUARKUS_USER_SESSION__MY_WIZARD__MAX_AGE", "11S");
        environment.put("QUARKUS_USER_SESSION__MY_WIZARD__COOKIE_SAME_SITE", "strict");
        environment.put("QUARKUS_USER_SESSION__MY_CART__COOKIE_NAME", "cart");
        environment.put("QUARKUS_USER_SESSION__MY_CART__MAX_AGE", "12S");
        environment.put("QUARKUS_USER_SESSION__ONBOARDING__MAX_AGE", "13S");
        environment.put("QUARKUS_USER_SESSION_IMPORT_FORMAT", "remix");
        environment.put("QUARKUS_USER_SESSION_IMPORT_SECRETS", OLD_SECRET);
        environment.put("QUARKUS_USER_SESSION_IMPORT_UNTIL", "2099-12-31");
        environment.put("QUARKUS_USER_SESSION_IMPORT_KEYS__AUTH_USER_", "user");
        environment.put("QUARKUS_USER_SESSION__FOR_GOTTEN__MAX_AGE", "14S");

        try (PackagedProcess application = PackagedProcess.start(results.getBuiltArtifactPath(), directory, environment)) {
            Response response = given().port(application.port())
                    .header("Cookie", "__session=" + RemixCookies.signed(OLD_SECRET, "{\"auth_user\":\"ada\"}")).get("/");

            assertThat(response.asString()).isEqualTo("ada");
            assertThat(response.headers().getValues("Set-Cookie")).hasSize(4)
                    .anyMatch(cookie -> cookie.matches("__my-wizard=[\\w-]+; Max-Age=11; .*SameSite=Strict"))
                    .anyMatch(cookie -> cookie.matches("cart=[\\w-]+; Max-Age=12; .*"))
                    .anyMatch(cookie -> cookie.matches("__onboarding=[\\w-]+; Max-Age=13; Path=/onboarding; .*"));
            assertThat(warnings(application)).containsExactly(
                    "The environment variable QUARKUS_USER_SESSION__FOR_GOTTEN__MAX_AGE configures a session that nothing"
                            + " injects: inject it, for example with @SessionName(\"for-gotten\"), or unset the variable");
        }
    }

    private static List<String> warnings(PackagedProcess application) throws Exception {
        List<String> warnings = new ArrayList<>();
        for (String line : application.outputUntil(Pattern.compile("Installed features")).split("\\R")) {
            if (line.contains("WARN") && !line.contains("BlockedThreadChecker")) { // as the machine may be busy
                warnings.add(line.substring(line.indexOf(") ") + 2));
            }
        }
        return warnings;
    }

    /** A route of Vert.x, as the packaged application has no dependencies for tests. */
    public static class Endpoint {

        @Inject
        SessionStorage sessions;

        @Inject
        @SessionName("my-wizard")
        SessionStorage wizards;

        @Inject
        @SessionName("My Cart")
        SessionStorage carts;

        @Inject
        @SessionName("onboarding")
        SessionStorage onboardings;

        void touchAll(@Observes Router router) {
            router.get("/").handler(rc -> {
                List.of(wizards, carts, onboardings).forEach(named -> named.getUserSession(rc).set("step", 1));
                // a change, as nothing else is committed if the first request of a process takes more than two seconds
                rc.end(sessions.getUserSession(rc).set("seen", true).get("user").orElse("nobody"));
            });
        }
    }
}
