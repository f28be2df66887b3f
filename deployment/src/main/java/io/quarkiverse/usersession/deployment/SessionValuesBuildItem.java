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

    /** The values in the cookie of their session. */
    List<InjectedValue> inCookies() {
        return values.stream().filter(value -> value.kind().equals(SessionValues.SESSION_VALUE)).toList();
    }

    /** The values to which the cookie has only references. */
    List<InjectedValue> stored() {
        return values.stream().filter(value -> value.kind().equals(SessionValues.STORED_VALUE)).toList();
    }
}
