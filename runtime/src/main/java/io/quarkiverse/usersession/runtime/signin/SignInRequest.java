package io.quarkiverse.usersession.runtime.signin;

import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for the identity of the user whom the session says to be signed in. */
final class SignInRequest extends BaseAuthenticationRequest implements AuthenticationRequest {

    private final SignedIn signedIn;

    SignInRequest(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    SignedIn signedIn() {
        return signedIn;
    }
}
