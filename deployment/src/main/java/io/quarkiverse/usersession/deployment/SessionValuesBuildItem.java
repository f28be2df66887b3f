package io.quarkiverse.usersession.deployment;

import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;

/** The session values that the application injects, each once. */
final class SessionValuesBuildItem extends SimpleBuildItem {

    private final List<InjectedValue> values;

    SessionValuesBuildItem(List<InjectedValue> values) {
        this.values = values;
    }

    List<InjectedValue> values() {
        return values;
    }
}
