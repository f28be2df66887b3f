package io.quarkiverse.usersession.test.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.restassured.path.json.JsonPath;

/** The OpenAPI document of an application whose users are known by the session. */
class OpenApiTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .setForcedDependencies(
                    List.of(Dependency.of("io.quarkus", "quarkus-smallrye-openapi", Version.getVersion()),
                            Dependency.of("io.quarkus", "quarkus-security", Version.getVersion())))
            .withApplicationRoot(jar -> jar.addClass(Orders.class))
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .overrideConfigKey("quarkus.user-session.cookie.name", "shop-session");

    @Path("/orders")
    public static class Orders {

        @GET
        @RolesAllowed("customer")
        public String all() {
            return "all";
        }

        @GET
        @Path("count")
        public int count() {
            return 0;
        }
    }

    @Test
    void theCookieOfTheSessionIsTheSecuritySchemeOfWhatNeedsASignIn() {
        JsonPath document = given().queryParam("format", "json").get("/q/openapi").jsonPath();

        assertThat(document.getMap("components.securitySchemes")).isEqualTo(Map.of("SecurityScheme",
                Map.of("type", "apiKey", "in", "cookie", "name", "shop-session", "description", "Authentication")));
        assertThat(document.getList("paths.'/orders'.get.security"))
                .isEqualTo(List.of(Map.of("SecurityScheme", List.of("customer"))));
        assertThat(document.getList("paths.'/orders/count'.get.security")).isNull();
    }
}
