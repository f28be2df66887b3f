package io.quarkiverse.usersession.deployment;

import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds a cookie as a security scheme to an OpenAPI document that has no scheme of that name yet. */
record CookieSecurityScheme(String name, String description, String cookie) implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Map<String, SecurityScheme> schemes = document.getComponents().getSecuritySchemes();
        if (schemes == null || !schemes.containsKey(name)) {
            document.getComponents().addSecurityScheme(name, OASFactory.createSecurityScheme()
                    .type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name(cookie).description(description));
        }
    }
}
