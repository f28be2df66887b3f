package io.quarkiverse.usersession.runtime.signin;

import jakarta.inject.Singleton;

import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Creates the identity of a signed-in user. It is a provider, so that the application's {@code SecurityIdentityAugmentor}s are
 * called too.
 */
@Singleton
public final class SignInIdentityProvider implements IdentityProvider<SignInRequest> {

    // kept by augmentors that build on the identity they are given
    private static final String SIGNED_IN = SignInIdentityProvider.class.getName() + ".signed-in";

    @Override
    public Class<SignInRequest> getRequestType() {
        return SignInRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SignInRequest request, AuthenticationRequestContext context) {
        SignedIn signedIn = request.signedIn();
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(signedIn.principal()))
                .addRoles(signedIn.roles())
                .addAttribute(SIGNED_IN, signedIn)
                .build());
    }

    /**
     * @return the sign-in that this identity comes from; null if another mechanism has authenticated the user, or nobody has
     */
    static SignedIn signedIn(SecurityIdentity identity) {
        return identity.getAttribute(SIGNED_IN) instanceof SignedIn signedIn ? signedIn : null;
    }
}
