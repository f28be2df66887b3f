package io.quarkiverse.usersession.deployment;

import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** All sessions, as they are when the application runs. */
final class SessionsBuildItem extends SimpleBuildItem {

    private final RuntimeValue<Sessions> sessions;

    SessionsBuildItem(RuntimeValue<Sessions> sessions) {
        this.sessions = sessions;
    }

    RuntimeValue<Sessions> sessions() {
        return sessions;
    }
}
