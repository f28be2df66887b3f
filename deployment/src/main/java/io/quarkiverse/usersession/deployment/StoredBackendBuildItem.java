package io.quarkiverse.usersession.deployment;

import java.util.Optional;

import io.quarkiverse.usersession.runtime.stored.StoredBackend;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The common part of stored values in the running application; empty if it has none. */
final class StoredBackendBuildItem extends SimpleBuildItem {

    private final RuntimeValue<Optional<StoredBackend>> backend;

    StoredBackendBuildItem(RuntimeValue<Optional<StoredBackend>> backend) {
        this.backend = backend;
    }

    RuntimeValue<Optional<StoredBackend>> backend() {
        return backend;
    }
}
