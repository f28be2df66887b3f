package io.quarkiverse.usersession.deployment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.runtime.CrossOriginRecorder;
import io.quarkiverse.usersession.runtime.JacksonRecorder;
import io.quarkiverse.usersession.runtime.UserSessionRecorder;
import io.quarkiverse.usersession.runtime.config.UserSessionBuildTimeConfig;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanContainerBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.GeneratedClassGizmoAdaptor;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigBuilderBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.metrics.MetricsFactoryConsumerBuildItem;
import io.quarkus.deployment.pkg.builditem.ArtifactResultBuildItem;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.vertx.http.deployment.FilterBuildItem;
import io.quarkus.vertx.http.deployment.RouteBuildItem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.smallrye.config.SmallRyeConfig;

class UserSessionProcessor {

    private static final String FEATURE = "user-session";

    // before authentication, which may want to read the session, and after CORS, which answers preflights without one
    static final int FILTER_PRIORITY = SecurityHandlerPriorities.AUTHENTICATION + 50;

    // behind the failure handlers of the application, and before the one of quarkus-rest
    static final int BEHIND_ALL_ROUTES = Integer.MAX_VALUE - 1;

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    // not by the configuration interface, where it would be a default of named sessions as well
    @BuildStep
    RunTimeConfigurationDefaultBuildItem secretFromItsVariable() {
        return new RunTimeConfigurationDefaultBuildItem(UserSessionConfig.SECRET_KEY, UserSessionConfig.SECRET_DEFAULT);
    }

    @BuildStep(onlyIf = IsProduction.class)
    @Produce(ArtifactResultBuildItem.class)
    void checkSecretsInFiles(ApplicationArchivesBuildItem archives) {
        List<String> paths = new ArrayList<>();
        archives.getRootArchive().accept(tree -> tree.walk(visit -> paths.add(visit.getRelativePath())));
        LiteralSecret.check(ConfigurationFiles.ofAllProfiles(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class), paths));
    }

    // named sessions exist because something injects them, so that a mistyped name is not just another session
    @BuildStep
    SessionNamesBuildItem sessionNames(BeanDiscoveryFinishedBuildItem beans) {
        return new SessionNamesBuildItem(SessionNames.injectedInto(beans.getInjectionPoints()));
    }

    @BuildStep
    void environmentOfNamedSessions(SessionNamesBuildItem sessions, BuildProducer<GeneratedClassBuildItem> classes,
            BuildProducer<RunTimeConfigBuilderBuildItem> builders) {
        if (!sessions.names().isEmpty()) {
            SessionEnvironment.write(sessions.names(), new GeneratedClassGizmoAdaptor(classes, false));
            builders.produce(new RunTimeConfigBuilderBuildItem(SessionEnvironment.CLASS_NAME));
        }
    }

    // at run time only: the configuration holds the secret, and what is made of it holds keys
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    SessionsBuildItem sessions(UserSessionRecorder recorder, JacksonRecorder jackson, CrossOriginRecorder origins,
            LaunchModeBuildItem launchMode,
            SessionNamesBuildItem names, Capabilities capabilities, UserSessionBuildTimeConfig config,
            SignInBookBuildItem signIns, StoredBackendBuildItem stored,
            Optional<DeviceBindingBuildItem> binding,
            BuildProducer<SyntheticBeanBuildItem> beans,
            BuildProducer<FilterBuildItem> filters, BuildProducer<MetricsFactoryConsumerBuildItem> metrics) {
        RuntimeValue<TypedValues> typed = capabilities.isPresent(Capability.JACKSON) ? jackson.values()
                : recorder.noTypedValues();
        RuntimeValue<Sessions> sessions = recorder.sessions(launchMode.getLaunchMode(),
                RemoteDevelopment.isOn(launchMode), names.names(), typed, config.signIn().enabled(), signIns.book(),
                origins.rules(),
                binding.map(DeviceBindingBuildItem::maker).orElse(null), stored.backend());
        filters.produce(new FilterBuildItem(recorder.filter(sessions), FILTER_PRIORITY));
        metrics.produce(new MetricsFactoryConsumerBuildItem(recorder.metrics(sessions, signIns.book())));
        SessionBeans.produce(recorder, sessions, UserSessionConfig.DEFAULT_SESSION, beans);
        for (String name : names.names()) {
            SessionBeans.produce(recorder, sessions, name, beans);
        }
        return new SessionsBuildItem(sessions);
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    RouteBuildItem refusedChanges(CrossOriginRecorder recorder) {
        return RouteBuildItem.builder().orderedRoute("/*", BEHIND_ALL_ROUTES).failureRoute().handler(recorder.failures())
                .build();
    }

    @BuildStep
    AdditionalBeanBuildItem sessionNameQualifier() {
        return new AdditionalBeanBuildItem(SessionName.class);
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void checkClock(UserSessionRecorder recorder, BeanContainerBuildItem container) {
        recorder.checkClock();
    }

    @BuildStep
    UnremovableBeanBuildItem lookedUpBeans() {
        return UnremovableBeanBuildItem.beanTypes(InstantSource.class, CurrentVertxRequest.class);
    }
}
