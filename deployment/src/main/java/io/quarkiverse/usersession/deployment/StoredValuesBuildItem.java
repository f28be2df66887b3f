package io.quarkiverse.usersession.deployment;

import io.quarkus.builder.item.SimpleBuildItem;

/** Whether the application injects values that are too large for a cookie. */
public final class StoredValuesBuildItem extends SimpleBuildItem {

    private final boolean injected;

    StoredValuesBuildItem(boolean injected) {
        this.injected = injected;
    }

    public boolean areInjected() {
        return injected;
    }
}
