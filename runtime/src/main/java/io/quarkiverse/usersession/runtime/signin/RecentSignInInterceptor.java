package io.quarkiverse.usersession.runtime.signin;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkus.arc.ArcInvocationContext;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.BlockingOperationNotAllowedException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthorizationController;
import io.quarkus.security.spi.runtime.SecurityHandlerConstants;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Asks users to sign in again if their sign-in is too old. Runs after the security checks of Quarkus, because signing in again
 * doesn't help users whom these refuse.
 */
@RecentSignIn("") // on which of them it is bound makes no difference
@Interceptor
@Priority(SecurityHandlerConstants.SECURITY_INTERCEPTOR_PRIORITY + 1)
public class RecentSignInInterceptor {

    private final RecentSignIns signIns;
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest requests;
    private final AuthorizationController controller;
    private final Map<String, Duration> durations = new ConcurrentHashMap<>(); // as many as the application has annotations

    RecentSignInInterceptor(RecentSignIns signIns, CurrentIdentityAssociation identities, CurrentVertxRequest requests,
            AuthorizationController controller) {
        this.signIns = signIns;
        this.identities = identities;
        this.requests = requests;
        this.controller = controller;
    }

    @AroundInvoke
    Object intercept(InvocationContext invocation) throws Exception {
        if (!controller.isAuthorizationEnabled()) {
            return invocation.proceed();
        }
        RoutingContext rc = routingContext();
        if (rc == null) {
            throw new UnauthorizedException();
        }
        Duration within = durations.computeIfAbsent(
                ArcInvocationContext.findIterceptorBinding(invocation, RecentSignIn.class).value(),
                DurationConverter::parseDuration);
        CompletableFuture<SecurityIdentity> known = identities.getDeferredIdentity().subscribeAsCompletionStage();
        if (BlockingOperationControl.isBlockingAllowed()) {
            await(known);
        }
        Uni<SecurityIdentity> identity = Uni.createFrom().completionStage(known);
        Class<?> type = invocation.getMethod().getReturnType();
        // subtypes, such as RestMulti, say more than what can be made here
        if (type == Uni.class) {
            return identity.flatMap(user -> uni(invocation, user, rc, within));
        }
        if (type == Multi.class) {
            return identity.onItem().transformToMulti(user -> multi(invocation, user, rc, within));
        }
        if (CompletionStage.class.isAssignableFrom(type) && type.isAssignableFrom(CompletableFuture.class)) {
            return identity.flatMap(user -> stage(invocation, user, rc, within)).subscribeAsCompletionStage();
        }
        require(resolved(known, invocation), rc, within);
        return invocation.proceed();
    }

    private RoutingContext routingContext() {
        try {
            return requests.getCurrent();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    private void require(SecurityIdentity identity, RoutingContext rc, Duration within) {
        if (!signIns.isRecent(identity, rc, within)) {
            ServletChallenge.prepare(rc);
            throw new UnauthorizedException(); // Quarkus answers it with the challenge
        }
        identities.setIdentity(identity); // for methods on the event loop that ask for it where authentication is lazy
    }

    private Uni<?> uni(InvocationContext invocation, SecurityIdentity identity, RoutingContext rc, Duration within) {
        require(identity, rc, within);
        try {
            return (Uni<?>) invocation.proceed();
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }

    private Multi<?> multi(InvocationContext invocation, SecurityIdentity identity, RoutingContext rc, Duration within) {
        require(identity, rc, within);
        try {
            return (Multi<?>) invocation.proceed();
        } catch (Exception e) {
            return Multi.createFrom().failure(e);
        }
    }

    private Uni<?> stage(InvocationContext invocation, SecurityIdentity identity, RoutingContext rc, Duration within) {
        require(identity, rc, within);
        try {
            return Uni.createFrom().completionStage((CompletionStage<?>) invocation.proceed());
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }

    /** A method that may block has to run in this thread, and not on the event loop that tells who the user is. */
    private static void await(CompletableFuture<SecurityIdentity> known) {
        try {
            known.join();
        } catch (CompletionException | CancellationException e) {
            // read again from there, and handled as the type of the method demands
        }
    }

    /** With lazy authentication, the user may be authenticated only now. Without a store this does not have to wait. */
    private static SecurityIdentity resolved(CompletableFuture<SecurityIdentity> known, InvocationContext invocation)
            throws Exception {
        if (!known.isDone()) {
            throw new BlockingOperationNotAllowedException(
                    "@RecentSignIn on " + invocation.getMethod().getDeclaringClass().getName()
                            + "." + invocation.getMethod().getName()
                            + "() would have to wait on the event loop until the user is known:"
                            + " add @Authenticated, return a Uni, or make the method @Blocking");
        }
        try {
            return known.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
