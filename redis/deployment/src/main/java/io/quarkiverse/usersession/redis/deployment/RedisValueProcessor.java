package io.quarkiverse.usersession.redis.deployment;

import io.quarkiverse.usersession.deployment.StoredValuesBuildItem;
import io.quarkiverse.usersession.deployment.ValueStoreBuildItem;
import io.quarkiverse.usersession.redis.runtime.RedisValueRecorder;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.proxy.deployment.ProxyRegistryBuildItem;
import io.quarkus.tls.deployment.spi.TlsRegistryBuildItem;
import io.quarkus.vertx.deployment.VertxBuildItem;

class RedisValueProcessor {

    /** @return null if the application has no such values, so that it needs no Redis for them */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    ValueStoreBuildItem store(StoredValuesBuildItem values, RedisValueRecorder recorder, LaunchModeBuildItem launchMode,
            ApplicationInfoBuildItem application, VertxBuildItem vertx, TlsRegistryBuildItem tls,
            ProxyRegistryBuildItem proxies, ShutdownContextBuildItem shutdown) {
        return values.areInjected()
                ? new ValueStoreBuildItem(recorder.store(launchMode.getLaunchMode(), application.getName(), vertx.getVertx(),
                        tls.registry(), proxies.registry(), shutdown))
                : null;
    }
}
