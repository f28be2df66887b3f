package io.quarkiverse.usersession.deployment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkus.arc.processor.BeanDeploymentValidator.ValidationContext;
import io.quarkus.arc.processor.BeanInfo;

/**
 * Finds the methods for which ArC calls the interceptor of recent sign-ins.
 *
 * @param methods with class and parameters
 * @param classes of beans
 */
record InterceptedPlaces(Set<String> methods, Set<DotName> classes) {

    /** Includes beans that nothing uses, although they don't become part of the application. */
    static InterceptedPlaces of(ValidationContext context) {
        InterceptedPlaces places = new InterceptedPlaces(new HashSet<>(), new HashSet<>());
        context.beans().classBeans().forEach(places::add);
        context.removedBeans().filter(BeanInfo::isClassBean).forEach(places::add);
        return places;
    }

    private void add(BeanInfo bean) {
        bean.getInterceptedMethodsBindings().forEach((method, bindings) -> {
            if (bindings.stream().map(AnnotationInstance::name).anyMatch(RecentSignInPlaces.ANNOTATION::equals)) {
                methods.add(shown(method));
                classes.add(bean.getBeanClass());
            }
        });
    }

    boolean contain(MethodInfo method) {
        return methods.contains(shown(method));
    }

    boolean contain(ClassInfo type) {
        return classes.contains(type.name());
    }

    /** A method with its class and the types of its parameters. */
    static String shown(MethodInfo method) {
        List<String> parameters = method.parameterTypes().stream().map(type -> type.name().withoutPackagePrefix()).toList();
        return method.declaringClass().name() + "." + method.name() + "(" + String.join(", ", parameters) + ")";
    }
}
