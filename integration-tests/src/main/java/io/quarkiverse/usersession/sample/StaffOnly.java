package io.quarkiverse.usersession.sample;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;

/** The page that customers see instead of a page of the back office. */
final class StaffOnly {

    @CheckedTemplate
    static final class Templates {

        static native TemplateInstance staffOnly();
    }

    @ServerExceptionMapper
    Response staffOnly(ForbiddenException notAnAdmin) {
        return Response.status(Response.Status.FORBIDDEN).entity(Templates.staffOnly().render()).type(MediaType.TEXT_HTML)
                .header("Cache-Control", "no-store").build();
    }
}
