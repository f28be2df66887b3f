package io.quarkiverse.usersession.deployment;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.builder.BuildStep;
import io.quarkus.smallrye.openapi.deployment.spi.AddToOpenAPIDefinitionBuildItem;
import io.quarkus.vertx.http.deployment.SecurityInformationBuildItem;

/**
 * Says in the OpenAPI document that the cookie of the session identifies users. Like Quarkus for its own mechanisms, it follows
 * Quarkus' settings and adds only one mechanism, because each operation of the document gets one. Other mechanisms take
 * precedence.
 */
final class OpenApiStep implements BuildStep {

    private static final String OPENAPI = "quarkus.smallrye-openapi.";

    private final boolean signIn;

    /** @param signIn whether users can sign in to the session */
    OpenApiStep(boolean signIn) {
        this.signIn = signIn;
    }

    void installInto(BuildChainBuilder chain) {
        chain.addBuildStep(this).consumes(SecurityInformationBuildItem.class).produces(AddToOpenAPIDefinitionBuildItem.class)
                .build();
    }

    @Override
    public String getId() {
        return OpenApiStep.class.getName();
    }

    @Override
    public void execute(BuildContext context) {
        securityScheme(ConfigProvider.getConfig(), context.consumeMulti(SecurityInformationBuildItem.class), context::produce);
    }

    void securityScheme(Config settings, List<SecurityInformationBuildItem> otherMechanisms,
            Consumer<AddToOpenAPIDefinitionBuildItem> filters) {
        if (signIn && otherMechanisms.isEmpty() && isWanted(settings)) {
            filters.accept(new AddToOpenAPIDefinitionBuildItem(scheme(settings), null)); // null is for all documents
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
