package io.quarkiverse.usersession.deployment;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.AmbiguousResolutionException;

import org.jboss.jandex.DotName;
import org.jboss.logging.Logger;

import io.quarkiverse.usersession.SignInStore;
import io.quarkiverse.usersession.SignIns;
import io.quarkiverse.usersession.runtime.StoreRecorder;
import io.quarkiverse.usersession.runtime.config.UserSessionBuildTimeConfig;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.core.deployment.CoreVertxBuildItem;

/** Connects the application's sign-in store, if it has one. */
class SignInStoreProcessor {

    private static final Logger LOG = Logger.getLogger(SignInStoreProcessor.class);

    private static final DotName STORE = DotName.createSimple(SignInStore.class);
    private static final DotName SIGN_INS = DotName.createSimple(SignIns.class);

    @BuildStep
    UnremovableBeanBuildItem stores() {
        return UnremovableBeanBuildItem.beanTypes(SignInStore.class);
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    SignInBookBuildItem book(UserSessionBuildTimeConfig config, StoreRecorder recorder, CoreVertxBuildItem vertx,
            ShutdownContextBuildItem shutdown) {
        boolean binds = DeviceBoundProcessor.IsEnabled.isIn(config);
        return new SignInBookBuildItem(
                config.signIn().enabled() ? recorder.book(binds, vertx.getVertx(), shutdown) : recorder.noBook());
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    SyntheticBeanBuildItem signIns(StoreRecorder recorder, SignInBookBuildItem book) {
        return SyntheticBeanBuildItem.configure(SignIns.class)
                .scope(ApplicationScoped.class)
                .setRuntimeInit()
                .unremovable()
                .supplier(recorder.signIns(book.book()))
                .done();
    }

    @BuildStep
    void check(UserSessionBuildTimeConfig config, ValidationPhaseBuildItem phase,
            BuildProducer<ValidationErrorBuildItem> errors) {
        List<BeanInfo> stores = phase.getContext().beans().filter(bean -> bean.hasType(STORE)).collect();
        if (!config.signIn().enabled()) {
            if (!stores.isEmpty()) {
                LOG.warnf("%s is never called because sign-in is disabled: set %s=true", SignInProcessor.shown(stores),
                        SignInProcessor.ENABLED);
            }
            if (areSignInsInjected(phase)) {
                errors.produce(error("SignIns is injected, but sign-in is disabled: set " + SignInProcessor.ENABLED + "=true"));
            }
        } else if (stores.isEmpty() && areSignInsInjected(phase)) {
            errors.produce(error("SignIns is injected, but there is no store that remembers sign-ins: add the dependency"
                    + " io.quarkiverse.usersession:quarkus-user-session-redis, or a bean of type " + STORE));
        } else if (isAmbiguous(phase, stores)) {
            errors.produce(
                    error("There are several beans of type " + STORE + ", but only one can remember sign-ins: keep one of "
                            + SignInProcessor.shown(stores)));
        }
    }

    private static boolean areSignInsInjected(ValidationPhaseBuildItem phase) {
        for (InjectionPointInfo point : phase.getContext().getInjectionPoints()) {
            if (point.getRequiredType().name().equals(SIGN_INS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAmbiguous(ValidationPhaseBuildItem phase, List<BeanInfo> stores) {
        if (stores.size() < 2) {
            return false;
        }
        try {
            phase.getBeanResolver().resolveAmbiguity(Set.copyOf(stores));
            return false;
        } catch (AmbiguousResolutionException e) {
            return true;
        }
    }

    private static ValidationErrorBuildItem error(String message) {
        return new ValidationErrorBuildItem(new ConfigurationException(message));
    }
}
