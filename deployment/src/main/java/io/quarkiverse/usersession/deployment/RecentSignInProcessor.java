package io.quarkiverse.usersession.deployment;

import jakarta.inject.Singleton;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkiverse.usersession.runtime.SignInRecorder;
import io.quarkiverse.usersession.runtime.config.UserSessionBuildTimeConfig;
import io.quarkiverse.usersession.runtime.signin.RecentSignInInterceptor;
import io.quarkiverse.usersession.runtime.signin.RecentSignInPolicy;
import io.quarkiverse.usersession.runtime.signin.RecentSignIns;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;

/** Asks users to sign in again where the application requires a recent sign-in. */
class RecentSignInProcessor {

    private static final DotName ROUTE = DotName.createSimple("io.quarkus.vertx.web.Route");
    private static final DotName ROUTES = DotName.createSimple("io.quarkus.vertx.web.Route$Routes");
    private static final String AUTHENTICATED = "io.quarkus.security.Authenticated";

    // where it can never work, the build fails before ArC says it in words of its own
    @BuildStep
    void beans(UserSessionBuildTimeConfig config, CombinedIndexBuildItem index,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        RecentSignInPlaces.check(index.getIndex(), config.signIn().enabled());
        beans.produce(new AdditionalBeanBuildItem(RecentSignIn.class));
        if (config.signIn().enabled()) {
            beans.produce(new AdditionalBeanBuildItem(RecentSignInInterceptor.class));
        }
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void decisions(UserSessionBuildTimeConfig config, SignInRecorder recorder, SessionsBuildItem sessions,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        if (!config.signIn().enabled()) {
            return;
        }
        beans.produce(SyntheticBeanBuildItem.configure(RecentSignIns.class)
                .scope(Singleton.class)
                .setRuntimeInit()
                .unremovable()
                .supplier(recorder.recentSignIns(sessions.sessions()))
                .done());
        beans.produce(SyntheticBeanBuildItem.configure(RecentSignInPolicy.class)
                .types(HttpSecurityPolicy.class)
                .scope(Singleton.class)
                .setRuntimeInit()
                .unremovable()
                .supplier(recorder.recentSignInPolicy())
                .done());
    }

    /** Routes that don't return a Uni run on the event loop. With this, Quarkus authenticates the user before it calls them. */
    @BuildStep
    AnnotationsTransformerBuildItem authenticatedRoutes() {
        return new AnnotationsTransformerBuildItem(AnnotationTransformation.forMethods()
                .whenMethod(RecentSignInProcessor::isRouteForRecentSignIns)
                .transform(context -> context.add(AnnotationInstance
                        .builder(DotName.createSimple(AUTHENTICATED)).build())));
    }

    private static boolean isRouteForRecentSignIns(MethodInfo method) {
        return (method.hasDeclaredAnnotation(ROUTE) || method.hasDeclaredAnnotation(ROUTES))
                && (method.hasDeclaredAnnotation(RecentSignInPlaces.ANNOTATION)
                        || method.declaringClass().hasDeclaredAnnotation(RecentSignInPlaces.ANNOTATION));
    }

    @BuildStep
    void check(UserSessionBuildTimeConfig config, CombinedIndexBuildItem index, ValidationPhaseBuildItem phase,
            BuildProducer<ValidationErrorBuildItem> errors) {
        if (config.signIn().enabled()) {
            InterceptedPlaces intercepted = InterceptedPlaces.of(phase.getContext());
            RecentSignInPlaces.unreached(index.getIndex(), intercepted).forEach(message -> errors.produce(
                    new ValidationErrorBuildItem(new ConfigurationException(message))));
        }
    }
}
