package io.quarkiverse.usersession.deployment;

import java.util.List;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usersession.runtime.config.UserSessionBuildTimeConfig;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.smallrye.openapi.deployment.spi.AddToOpenAPIDefinitionBuildItem;
import io.quarkus.vertx.http.deployment.SecurityInformationBuildItem;

/**
 * Says in the OpenAPI document that the cookie of the session identifies users. Like Quarkus for its own mechanisms, it follows
 * Quarkus' settings and adds only one mechanism, because each operation of the document gets one. Other mechanisms take
 * precedence.
 */
class OpenApiProcessor {

    private static final String OPENAPI = "quarkus.smallrye-openapi.";

    @BuildStep
    void securityScheme(UserSessionBuildTimeConfig config, List<SecurityInformationBuildItem> otherMechanisms,
            BuildProducer<AddToOpenAPIDefinitionBuildItem> filters) {
        Config settings = ConfigProvider.getConfig();
        if (config.signIn().enabled() && otherMechanisms.isEmpty() && isWanted(settings)) {
            filters.produce(new AddToOpenAPIDefinitionBuildItem(scheme(settings), null)); // null is for all documents
        }
    }

    static boolean isWanted(Config settings) {
        return settings.getOptionalValue(OPENAPI + "auto-add-security", Boolean.class).orElse(true)
                && settings.getOptionalValue(OPENAPI + "security-scheme", String.class).isEmpty();
    }

    static CookieSecurityScheme scheme(Config settings) {
        return new CookieSecurityScheme(
                settings.getOptionalValue(OPENAPI + "security-scheme-name", String.class).orElse("SecurityScheme"),
                settings.getOptionalValue(OPENAPI + "security-scheme-description", String.class)
                        .orElse("Authentication"),
                settings.getOptionalValue(UserSessionConfig.PREFIX + ".cookie.name", String.class).orElse("__session"));
    }
}
