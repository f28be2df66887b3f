package io.quarkiverse.usersession.sample;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * The pages that only the shopkeeper may see. This class doesn't know that users are in a session. Browsers must not keep these
 * pages: otherwise the back button would show them to the next person after the shopkeeper has signed out.
 */
@Path("back-office")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@Cache(noStore = true)
public final class BackOfficePages {

    @Inject
    SecurityIdentity identity;

    @CheckedTemplate
    static final class Templates {

        static native TemplateInstance backOffice(String userName, List<Product> products, boolean cheapestFirst);
    }

    @GET
    public TemplateInstance backOffice(@RestQuery String sort) {
        boolean cheapestFirst = "price".equals(sort);
        return Templates.backOffice(identity.getPrincipal().getName(),
                cheapestFirst ? Catalog.cheapestFirst() : Catalog.PRODUCTS, cheapestFirst);
    }
}
