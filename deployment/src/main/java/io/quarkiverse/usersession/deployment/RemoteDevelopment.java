package io.quarkiverse.usersession.deployment;

import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.dev.spi.DevModeType;

/** Development mode on a different machine than the developer's. */
final class RemoteDevelopment {

    private RemoteDevelopment() {
    }

    static boolean isOn(LaunchModeBuildItem launchMode) {
        return launchMode.getDevModeType()
                .filter(type -> type == DevModeType.REMOTE_SERVER_SIDE || type == DevModeType.REMOTE_LOCAL_SIDE).isPresent();
    }
}
