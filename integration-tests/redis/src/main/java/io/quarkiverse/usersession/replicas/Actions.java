package io.quarkiverse.usersession.replicas;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.UserSession;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** What all kinds of pages can do. */
@ApplicationScoped
public class Actions {

    @Inject
    UserSession session;

    @Inject
    SignIns signIns;

    @Inject
    CurrentIdentityAssociation identity;

    @Inject
    Latches latches;

    @Inject
    Baskets baskets;

    /**
     * @param user null if the action is not about one
     * @param id likewise of a sign-in, or of a held request
     * @param value to write; null for none
     */
    Step<?> step(String action, String user, String id, String value) {
        return switch (action) {
            case "untouched" -> Step.now(() -> "untouched");
            case "read" -> Step.now(() -> session.get("cart").orElse("empty"));
            case "write" -> Step.now(() -> write(value));
            case "renew" -> Step.now(() -> session.renew().id());
            case "id" -> Step.now(() -> session.signInId().orElse("nobody"));
            case "who" -> new Step<>(identity.getDeferredIdentity(),
                    who -> who.isAnonymous() ? "nobody" : who.getPrincipal().getName());
            case "held" -> new Step<>(held(id), nothing -> value == null ? session.get("cart").orElse("empty") : write(value));
            case "devices" -> new Step<>(signIns.list(user),
                    devices -> devices.stream().map(SignIn::id).collect(Collectors.joining(",")));
            case "is-active" -> new Step<>(signIns.isActive(session), String::valueOf);
            case "fill-basket" -> baskets.fill(Integer.parseInt(value));
            case "basket" -> baskets.show();
            case "empty-basket" -> baskets.empty();
            default -> change(action, user, id);
        };
    }

    private Step<?> change(String action, String user, String id) {
        return switch (action) {
            case "sign-in" -> Step.now(() -> signIn(user));
            case "sign-out" -> Step.now(this::signOut);
            case "destroy" -> Step.now(this::destroy);
            case "sign-out-device" -> new Step<>(signIns.signOut(user, id), nothing -> "signed out");
            case "sign-out-everywhere" -> new Step<>(signIns.signOutEverywhere(user), nothing -> "signed out");
            case "sign-out-elsewhere" -> new Step<>(signIns.signOutElsewhere(session), nothing -> "signed out");
            case "new-password-everywhere" -> new Step<>(signIns.signOutEverywhere(user), nothing -> signIn(user));
            case "new-password-elsewhere" -> new Step<>(signIns.signOutElsewhere(session), nothing -> signIn(user));
            default -> throw new IllegalArgumentException(action);
        };
    }

    private String signIn(String user) {
        try {
            session.signIn(user, Set.of("user"));
            return "signed in";
        } catch (SessionTooLargeException e) {
            return "too large";
        }
    }

    private String signOut() {
        session.signOut();
        return "signed out";
    }

    private String destroy() {
        session.destroy();
        return "signed out";
    }

    private String write(String value) {
        session.set("cart", value);
        return "written";
    }

    private Uni<Void> held(String id) {
        Uni<Void> released = Uni.createFrom().completionStage(latches.hold(id));
        Context caller = Vertx.currentContext();
        return caller == null || !caller.isEventLoopContext() ? released
                : released.emitOn(task -> caller.runOnContext(nothing -> task.run()));
    }
}
