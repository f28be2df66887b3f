package org.acme.compatibility.restqute;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

@Path("/template")
public class TemplatePages {

    @Inject
    Template colour;

    @GET
    @Produces("text/html")
    public TemplateInstance colour() {
        return colour.instance();
    }
}
