package io.quarkiverse.usersession.deployment;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.interceptor.Interceptor;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;

/**
 * Finds the places where the application requires a recent sign-in. The build fails for places that would not be checked at run
 * time.
 */
final class RecentSignInPlaces {

    static final DotName ANNOTATION = DotName.createSimple(RecentSignIn.class);
    private static final DotName INTERCEPTOR = DotName.createSimple(Interceptor.class);
    private static final String ON_THE_IMPLEMENTATION = "put the annotation on the method or class that implements it";

    private static final String OF_INTERFACE = "annotations on an interface don't apply to its implementations: "
            + ON_THE_IMPLEMENTATION;

    private RecentSignInPlaces() {
    }

    /** @throws ConfigurationException for the first annotation that can't work, with its place and the fix */
    static void check(IndexView index, boolean signIn) {
        for (AnnotationInstance annotation : index.getAnnotations(ANNOTATION)) {
            AnnotationTarget target = annotation.target();
            if (isInterceptor(target)) {
                continue;
            }
            String place = placeOf(target);
            if (!signIn) {
                throw new ConfigurationException(place + " asks for a recent sign-in, but sign-in is disabled: set "
                        + SignInProcessor.ENABLED + "=true");
            }
            checkDuration(annotation.value().asString(), place);
            String reason = target.kind() == AnnotationTarget.Kind.METHOD ? reasonOf(target.asMethod())
                    : reasonOf(target.asClass());
            if (reason != null) {
                throw new ConfigurationException(ineffective(place, reason));
            }
        }
    }

    /** @return messages about annotations that ArC doesn't know, with their place and the fix */
    static List<String> unreached(IndexView index, InterceptedPlaces intercepted) {
        List<String> messages = new ArrayList<>();
        for (AnnotationInstance annotation : index.getAnnotations(ANNOTATION)) {
            AnnotationTarget target = annotation.target();
            if (isInterceptor(target)) {
                continue;
            }
            if (target.kind() == AnnotationTarget.Kind.METHOD) {
                addUnlessIntercepted(target.asMethod(), intercepted, messages);
            } else {
                addUnlessIntercepted(target.asClass(), index, intercepted, messages);
            }
        }
        return messages;
    }

    private static void addUnlessIntercepted(MethodInfo method, InterceptedPlaces intercepted, List<String> messages) {
        if (!intercepted.contain(method)) {
            messages.add(ineffective(placeOf(method), "no bean has this method in a form that can be intercepted: give "
                    + method.declaringClass().name()
                    + " a scope such as @ApplicationScoped, make the types of the parameters public,"
                    + " and repeat the annotation where a subclass overrides the method"));
        }
    }

    private static void addUnlessIntercepted(ClassInfo type, IndexView index, InterceptedPlaces intercepted,
            List<String> messages) {
        boolean reached = intercepted.contain(type)
                || index.getAllKnownSubclasses(type.name()).stream().anyMatch(intercepted::contain);
        if (!reached) {
            messages.add(
                    ineffective(placeOf(type), "it is not a bean with methods that can be intercepted: give it a scope such"
                            + " as @ApplicationScoped"));
        }
    }

    private static String reasonOf(MethodInfo method) {
        if (method.declaringClass().isInterface()) {
            return OF_INTERFACE;
        }
        if (Modifier.isPrivate(method.flags())) {
            return "private methods can't be intercepted: make the method public, or put the annotation on the one that calls it";
        }
        if (Modifier.isStatic(method.flags())) {
            return "static methods don't belong to a bean: make it an instance method";
        }
        if (Modifier.isAbstract(method.flags())) {
            return "the method is abstract: " + ON_THE_IMPLEMENTATION;
        }
        return null;
    }

    private static String reasonOf(ClassInfo type) {
        if (type.isAnnotation()) {
            return "it is an annotation itself: put @RecentSignIn on the classes and methods that use it";
        }
        return type.isInterface() ? OF_INTERFACE : null;
    }

    private static void checkDuration(String value, String place) {
        if (!isPositive(value)) {
            throw new ConfigurationException("@RecentSignIn(\"" + value + "\") on " + place
                    + " is not a duration longer than zero: write it as 10M, 1H or PT90S");
        }
    }

    private static boolean isPositive(String value) {
        try {
            Duration duration = DurationConverter.parseDuration(value);
            return duration != null && !duration.isZero() && !duration.isNegative();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String ineffective(String place, String reason) {
        return "@RecentSignIn on " + place + " would have no effect, because " + reason;
    }

    private static boolean isInterceptor(AnnotationTarget target) {
        return target.kind() == AnnotationTarget.Kind.CLASS && target.asClass().hasDeclaredAnnotation(INTERCEPTOR);
    }

    private static String placeOf(AnnotationTarget target) {
        return target.kind() == AnnotationTarget.Kind.METHOD ? InterceptedPlaces.shown(target.asMethod())
                : target.asClass().name().toString();
    }
}
