package io.quarkiverse.usersession.deployment;

import java.util.Optional;

import io.quarkiverse.usersession.runtime.store.SignInBook;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** What the application knows of sign-ins when it runs; empty if they are remembered nowhere but in cookies. */
final class SignInBookBuildItem extends SimpleBuildItem {

    private final RuntimeValue<Optional<SignInBook>> book;

    SignInBookBuildItem(RuntimeValue<Optional<SignInBook>> book) {
        this.book = book;
    }

    RuntimeValue<Optional<SignInBook>> book() {
        return book;
    }
}
