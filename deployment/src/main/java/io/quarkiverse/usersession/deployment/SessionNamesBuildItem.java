package io.quarkiverse.usersession.deployment;

import java.util.Set;

import io.quarkus.builder.item.SimpleBuildItem;

/** The names of the named sessions that the application injects. */
final class SessionNamesBuildItem extends SimpleBuildItem {

    private final Set<String> names;

    SessionNamesBuildItem(Set<String> names) {
        this.names = names;
    }

    Set<String> names() {
        return names;
    }
}
