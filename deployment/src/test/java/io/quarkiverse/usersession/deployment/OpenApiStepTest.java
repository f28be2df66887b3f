package io.quarkiverse.usersession.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.smallrye.openapi.deployment.spi.AddToOpenAPIDefinitionBuildItem;
import io.quarkus.vertx.http.deployment.SecurityInformationBuildItem;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class OpenApiStepTest {

    @Test
    void theCookieIsASchemeWhereItSignsUsersIn() {
        assertThat(produced(true, List.of())).singleElement().satisfies(item -> {
            assertThat(item.getDocumentName()).as("all documents").isNull();
            assertThat(item.getOASFilter())
                    .isEqualTo(new CookieSecurityScheme("SecurityScheme", "Authentication", "__session"));
        });
        assertThat(produced(false, List.of())).isEmpty();
    }

    @Test
    void anotherMechanismIsTheOneOfTheDocument() {
        assertThat(produced(true, List.of(SecurityInformationBuildItem.BASIC()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "auto-add-security, false, false", "auto-add-security, true, true", "security-scheme, jwt, false",
            "security-scheme-name, Session, true" })
    void theSettingsOfTheDocumentDecide(String setting, String value, boolean wanted) {
        assertThat(OpenApiStep.isWanted(config(Map.of("quarkus.smallrye-openapi." + setting, value)))).isEqualTo(wanted);
    }

    @Test
    void theSchemeIsNamedAsConfigured() {
        assertThat(OpenApiStep.scheme(config(Map.of("quarkus.smallrye-openapi.security-scheme-name", "Session",
                "quarkus.smallrye-openapi.security-scheme-description", "Who you are",
                "quarkus.user-session.cookie.name", "__Host-shop"))))
                .isEqualTo(new CookieSecurityScheme("Session", "Who you are", "__Host-shop"));
    }

    private static List<AddToOpenAPIDefinitionBuildItem> produced(boolean signIn,
            List<SecurityInformationBuildItem> otherMechanisms) {
        List<AddToOpenAPIDefinitionBuildItem> filters = new ArrayList<>();
        new OpenApiStep(signIn).securityScheme(config(Map.of()), otherMechanisms, filters::add);
        return filters;
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withSources(source(settings)).build();
    }

    private static PropertiesConfigSource source(Map<String, String> settings) {
        return new PropertiesConfigSource(settings, "test", 100);
    }
}
