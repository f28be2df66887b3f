package io.quarkiverse.usersession.deployment;

import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;

/** The session values that the application injects, each once. */
final class SessionValuesBuildItem extends SimpleBuildItem {

    private final List<InjectedValue> values;

    SessionValuesBuildItem(List<InjectedValue> values) {
        this.values = values;
    }

    List<InjectedValue> all() {
        return values;
    }

    /** Those that the cookie of their session holds. */
    List<InjectedValue> inCookies() {
        return values.stream().filter(value -> value.kind().equals(SessionValues.SESSION_VALUE)).toList();
    }

    /** Those that it has only references to. */
    List<InjectedValue> stored() {
        return values.stream().filter(value -> value.kind().equals(SessionValues.STORED_VALUE)).toList();
    }
}
