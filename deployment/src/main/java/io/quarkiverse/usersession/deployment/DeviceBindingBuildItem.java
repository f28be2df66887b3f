package io.quarkiverse.usersession.deployment;

import io.quarkiverse.usersession.runtime.http.DeviceBinding;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** Binds sign-ins to browsers, in applications that enable this. */
final class DeviceBindingBuildItem extends SimpleBuildItem {

    private final RuntimeValue<DeviceBinding.Maker> maker;

    DeviceBindingBuildItem(RuntimeValue<DeviceBinding.Maker> maker) {
        this.maker = maker;
    }

    RuntimeValue<DeviceBinding.Maker> maker() {
        return maker;
    }
}
