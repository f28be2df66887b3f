package io.quarkiverse.usersession.runtime.signin;

import java.time.Duration;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets only users in who have signed in recently, on paths that {@code quarkus.http.auth.permission} protects with this policy.
 */
public final class RecentSignInPolicy implements HttpSecurityPolicy {

    /** The name for {@code quarkus.http.auth.permission."…".policy}. */
    public static final String NAME = "recent-sign-in";

    // an identity that is not anonymous would get a 403
    private static final CheckResult SIGN_IN_AGAIN = new CheckResult(false,
            QuarkusSecurityIdentity.builder().setAnonymous(true).build());

    private final RecentSignIns signIns;
    private final Duration within;

    /** @param within how long ago they may have signed in */
    public RecentSignInPolicy(RecentSignIns signIns, Duration within) {
        this.signIns = signIns;
        this.within = within;
    }

    @Override
    public Uni<CheckResult> checkPermission(RoutingContext rc, Uni<SecurityIdentity> identity,
            AuthorizationRequestContext context) {
        return identity.map(user -> signIns.isRecent(user, rc, within) ? CheckResult.PERMIT : SIGN_IN_AGAIN);
    }

    @Override
    public String name() {
        return NAME;
    }
}
