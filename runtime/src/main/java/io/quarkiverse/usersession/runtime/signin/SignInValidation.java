package io.quarkiverse.usersession.runtime.signin;

import java.time.Instant;

import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.runtime.state.SessionState;
import io.quarkiverse.usersession.runtime.state.SignedIn;
import io.quarkiverse.usersession.runtime.store.CallingContext;
import io.smallrye.mutiny.Uni;

/** Asks the application whether a user is still signed in. */
final class SignInValidation {

    private final SignInValidator validator;

    SignInValidation(SignInValidator validator) {
        this.validator = validator;
    }

    Uni<Boolean> isSignedIn(SignedIn signedIn, SessionState session) {
        return Uni.createFrom()
                .deferred(() -> ask(signedIn, session.id()))
                .onItem().ifNull().failWith(() -> new IllegalStateException(
                        "The SignInValidator returned null instead of true or false"))
                .emitOn(CallingContext.current());
    }

    private Uni<Boolean> ask(SignedIn signedIn, String sessionId) {
        Uni<Boolean> answer = validator.isSignedIn(signedIn.principal(), sessionId, Instant.ofEpochMilli(signedIn.at()));
        return answer == null ? Uni.createFrom().nullItem() : answer;
    }
}
