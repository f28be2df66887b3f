package io.quarkiverse.usersession.deployment;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildProvider;

/**
 * Adds the build step for OpenAPI documents to applications that have quarkus-smallrye-openapi. As an ordinary build step, it
 * would bring a part of that extension to every application.
 */
public final class OpenApiBuildProvider implements BuildProvider {

    private static final String BUILD_ITEM = "io.quarkus.smallrye.openapi.deployment.spi.AddToOpenAPIDefinitionBuildItem";

    @Override
    public void installInto(BuildChainBuilder chain) {
        if (isPresent()) {
            new OpenApiStep(ConfigProvider.getConfig()
                    .getOptionalValue(UserSessionConfig.PREFIX + ".sign-in.enabled", Boolean.class).orElse(false))
                    .installInto(chain);
        }
    }

    private static boolean isPresent() {
        try {
            Class.forName(BUILD_ITEM, false, OpenApiBuildProvider.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
