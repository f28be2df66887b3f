package org.acme;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

// tag::page[]
@Path("/basket-page")
public class BasketPage {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance basket();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        return Templates.basket();
    }
}
// end::page[]
