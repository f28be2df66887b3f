package io.quarkiverse.usersession.deployment;

import java.util.Optional;

import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** What the running application knows about sign-ins; empty if they are only in cookies. */
final class SignInBookBuildItem extends SimpleBuildItem {

    private final RuntimeValue<Optional<SignInBook>> book;

    SignInBookBuildItem(RuntimeValue<Optional<SignInBook>> book) {
        this.book = book;
    }

    RuntimeValue<Optional<SignInBook>> book() {
        return book;
    }
}
