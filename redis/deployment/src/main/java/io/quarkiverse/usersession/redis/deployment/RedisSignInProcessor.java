package io.quarkiverse.usersession.redis.deployment;

import jakarta.inject.Singleton;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.redis.runtime.OwnClients;
import io.quarkiverse.usersession.redis.runtime.RedisSignInRecorder;
import io.quarkiverse.usersession.runtime.config.UserSessionBuildTimeConfig;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.proxy.deployment.ProxyRegistryBuildItem;
import io.quarkus.tls.deployment.spi.TlsRegistryBuildItem;
import io.quarkus.vertx.deployment.VertxBuildItem;

class RedisSignInProcessor {

    private static final String FEATURE = "user-session-redis";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    AdditionalBeanBuildItem ownClients() {
        return AdditionalBeanBuildItem.unremovableOf(OwnClients.class);
    }

    // no client is requested from Quarkus: it would be in its readiness check, and an outage would take all replicas away
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void store(UserSessionBuildTimeConfig config, RedisSignInRecorder recorder, LaunchModeBuildItem launchMode,
            ApplicationInfoBuildItem application, VertxBuildItem vertx, TlsRegistryBuildItem tls,
            ProxyRegistryBuildItem proxies,
            ShutdownContextBuildItem shutdown, BuildProducer<SyntheticBeanBuildItem> beans) {
        if (config.signIn().enabled()) {
            beans.produce(SyntheticBeanBuildItem.configure(SignInStore.class)
                    .scope(Singleton.class)
                    .setRuntimeInit()
                    .unremovable()
                    .defaultBean() // an application may have a store of its own
                    .runtimeValue(recorder.store(launchMode.getLaunchMode(), application.getName(), vertx.getVertx(),
                            tls.registry(), proxies.registry(), shutdown))
                    .done());
        }
    }
}
