package io.quarkiverse.usersession.deployment;

import java.util.Set;

import io.quarkus.builder.item.SimpleBuildItem;

/** The names of the sessions that the application injects, besides the unnamed one. */
final class SessionNamesBuildItem extends SimpleBuildItem {

    private final Set<String> names;

    SessionNamesBuildItem(Set<String> names) {
        this.names = names;
    }

    Set<String> names() {
        return names;
    }
}
