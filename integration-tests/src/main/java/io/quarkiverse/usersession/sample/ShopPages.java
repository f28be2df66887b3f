package io.quarkiverse.usersession.sample;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkiverse.usersession.UserSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;

/** The pages of the shop for everybody. The shop keeps everything about a visitor in the session. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class ShopPages {

    @Inject
    UserSession session;

    @Inject
    SecurityIdentity identity;

    @CheckedTemplate
    static final class Templates {

        static native TemplateInstance shop(String userName, List<Product> products);

        static native TemplateInstance about();
    }

    @GET
    public TemplateInstance shop() {
        // first of all: if the sign-in has been ended, the session is empty from here on
        String userName = userName();
        session.set("visits", session.get("visits", Integer.class).orElse(0) + 1);
        return Templates.shop(userName, Catalog.PRODUCTS);
    }

    @GET
    @Path("about")
    public TemplateInstance about() {
        return Templates.about();
    }

    private String userName() {
        return identity.isAnonymous() ? userOfTheOldShop().orElse("") : identity.getPrincipal().getName();
    }

    /**
     * Whoever was signed in to the shop that this one has replaced comes with their name in the session, and is so here too.
     */
    private Optional<String> userOfTheOldShop() {
        Optional<String> name = session.get("userName");
        name.ifPresent(userName -> session.unset("userName").signIn(userName, Set.of()));
        return name;
    }
}
