package io.quarkiverse.usersession.deployment;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jboss.jandex.DotName;
import org.jboss.logging.Logger;

import io.quarkiverse.usersession.SignInValidator;
import io.quarkiverse.usersession.runtime.SignInRecorder;
import io.quarkiverse.usersession.runtime.config.UserSessionBuildTimeConfig;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.signin.SessionAuthenticationMechanism;
import io.quarkiverse.usersession.runtime.signin.SignInIdentityProvider;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.deployment.RouteBuildItem;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;

/** Lets sessions authenticate users, in applications that enable sign-in. */
class SignInProcessor {

    private static final Logger LOG = Logger.getLogger(SignInProcessor.class);

    static final String ENABLED = UserSessionConfig.PREFIX + ".sign-in.enabled";
    private static final DotName VALIDATOR = DotName.createSimple(SignInValidator.class);

    @BuildStep
    void beans(UserSessionBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<UnremovableBeanBuildItem> unremovable) {
        if (!config.signIn().enabled()) {
            return;
        }
        if (capabilities.isMissing(Capability.SECURITY)) {
            throw new ConfigurationException(ENABLED + "=true needs the extension quarkus-security: add the dependency"
                    + " io.quarkus:quarkus-security");
        }
        beans.produce(AdditionalBeanBuildItem.unremovableOf(SignInIdentityProvider.class));
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(SignInValidator.class));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void mechanism(UserSessionBuildTimeConfig config, SignInRecorder recorder, SessionsBuildItem sessions,
            SignInBookBuildItem signIns, BuildProducer<SyntheticBeanBuildItem> beans) {
        if (config.signIn().enabled()) {
            beans.produce(SyntheticBeanBuildItem.configure(SessionAuthenticationMechanism.class)
                    .types(HttpAuthenticationMechanism.class, SessionAuthenticationMechanism.class)
                    .scope(Singleton.class)
                    .setRuntimeInit()
                    .unremovable()
                    .supplier(recorder.mechanism(sessions.sessions(), signIns.book()))
                    .done());
        }
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void refusedUsers(UserSessionBuildTimeConfig config, SignInRecorder recorder, BuildProducer<RouteBuildItem> routes) {
        if (config.signIn().enabled()) {
            routes.produce(RouteBuildItem.builder().orderedRoute("/*", UserSessionProcessor.BEHIND_ALL_ROUTES).failureRoute()
                    .handler(recorder.routeChallenge()).build());
        }
    }

    @BuildStep
    void checkValidators(UserSessionBuildTimeConfig config, BeanDiscoveryFinishedBuildItem discovered,
            BuildProducer<ValidationErrorBuildItem> errors) {
        List<BeanInfo> validators = discovered.beanStream().filter(bean -> bean.hasType(VALIDATOR)).collect();
        if (!validators.isEmpty() && !config.signIn().enabled()) {
            LOG.warnf("%s is never called because sign-in is disabled: set %s=true", shown(validators), ENABLED);
        }
        if (validators.size() > 1) {
            errors.produce(new ValidationErrorBuildItem(new ConfigurationException("There are several beans of type "
                    + VALIDATOR + ", but only one can decide: keep one of " + shown(validators))));
        }
    }

    static String shown(List<BeanInfo> beans) {
        return beans.stream().map(bean -> bean.getImplClazz() == null ? "a bean" : bean.getImplClazz().name().toString())
                .sorted().collect(Collectors.joining(", "));
    }
}
