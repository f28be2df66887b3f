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
 * Makes the identity of a signed-in user. A provider, so that the application's {@code SecurityIdentityAugmentor}s are asked
 * about it too.
 */
@Singleton
public final class SignInIdentityProvider implements IdentityProvider<SignInRequest> {

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
                .build());
    }
}
