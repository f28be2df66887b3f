package io.quarkiverse.usersession.deployment;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.quarkiverse.usersession.runtime.UserSessionProducer;
import io.quarkiverse.usersession.runtime.UserSessionRecorder;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.RequestSessions;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.pkg.builditem.ArtifactResultBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.vertx.http.deployment.FilterBuildItem;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;

class UserSessionProcessor {

    private static final String FEATURE = "user-session";

    // before authentication, which may want to read the session, and after CORS, which answers preflights without one
    private static final int FILTER_PRIORITY = SecurityHandlerPriorities.AUTHENTICATION + 50;

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep(onlyIf = IsProduction.class)
    @Produce(ArtifactResultBuildItem.class)
    void checkSecretInProperties() {
        LiteralSecret.check();
    }

    @BuildStep(onlyIfNot = IsProduction.class)
    RunTimeConfigurationDefaultBuildItem developmentSecret(ApplicationInfoBuildItem application, OutputTargetBuildItem target) {
        return new RunTimeConfigurationDefaultBuildItem(UserSessionConfig.SECRET_VARIABLE,
                DevelopmentSecret.of(application.getName(), target.getOutputDirectory()));
    }

    // at run time only: the configuration holds the secret, and what is made of it holds keys
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void sessions(UserSessionRecorder recorder, LaunchModeBuildItem launchMode,
            BuildProducer<SyntheticBeanBuildItem> beans, BuildProducer<FilterBuildItem> filters) {
        RuntimeValue<RequestSessions> sessions = recorder.sessions(launchMode.getLaunchMode());
        beans.produce(SyntheticBeanBuildItem.configure(RequestSessions.class)
                .scope(Singleton.class)
                .setRuntimeInit()
                .runtimeValue(sessions)
                .done());
        filters.produce(new FilterBuildItem(recorder.filter(sessions), FILTER_PRIORITY));
    }

    @BuildStep
    AdditionalBeanBuildItem userSession() {
        return AdditionalBeanBuildItem.unremovableOf(UserSessionProducer.class);
    }

    @BuildStep
    UnremovableBeanBuildItem applicationClock() {
        return UnremovableBeanBuildItem.beanTypes(InstantSource.class);
    }
}
