package io.quarkiverse.usersession.runtime.signin;

import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Requests the identity of the user who is signed in to the session. */
final class SignInRequest extends BaseAuthenticationRequest implements AuthenticationRequest {

    private final SignedIn signedIn;

    SignInRequest(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    SignedIn signedIn() {
        return signedIn;
    }
}
