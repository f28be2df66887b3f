package io.quarkiverse.usersession.deployment;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkiverse.usersession.runtime.qute.SessionNamespace;
import io.quarkus.gizmo.AnnotationCreator;
import io.quarkus.gizmo.ClassCreator;
import io.quarkus.gizmo.ClassOutput;
import io.quarkus.gizmo.DescriptorUtils;
import io.quarkus.gizmo.MethodCreator;
import io.quarkus.gizmo.MethodDescriptor;

/**
 * Tells Qute the types of the values that an application injects, as if it had declared a template extension method for each
 * of them: Qute then checks what templates do with a value, and native executables need no reflection for it. The methods are
 * never called, as {@link SessionNamespace} answers before them.
 */
final class TemplateTypes {

    private static final String TEMPLATE_EXTENSION = "io.quarkus.qute.TemplateExtension";
    private static final String CLASS_NAME = "UserSession_TemplateTypes";

    private TemplateTypes() {
    }

    /** One class for each package, as types that are not public are known there only. */
    static void write(IndexView index, ClassOutput output) {
        int priority = SessionNamespace.PRIORITY;
        for (Map.Entry<String, Map<String, Type>> values : byPackage(index).entrySet()) {
            priority--; // no two of a namespace may have the same one
            write(values.getKey(), values.getValue(), priority, output);
        }
    }

    private static void write(String packageName, Map<String, Type> values, int priority, ClassOutput output) {
        String className = packageName.isEmpty() ? CLASS_NAME : packageName + "." + CLASS_NAME;
        try (ClassCreator creator = ClassCreator.builder().classOutput(output).className(className).build()) {
            AnnotationCreator extension = creator.addAnnotation(TEMPLATE_EXTENSION);
            extension.add("namespace", SessionNamespace.NAME);
            extension.add("priority", priority);
            values.forEach((key, type) -> {
                try (MethodCreator method = creator
                        .getMethodCreator(MethodDescriptor.ofMethod(className, key, DescriptorUtils.typeToString(type)))) {
                    method.setModifiers(Modifier.PUBLIC | Modifier.STATIC);
                    method.setSignature("()" + signature(type));
                    method.returnValue(method.loadNull());
                }
            });
        }
    }

    /** With what is in it: an element of a list has a type too (JVMS §4.7.9.1). */
    private static String signature(Type type) {
        return switch (type.kind()) {
            case ARRAY -> "[".repeat(type.asArrayType().deepDimensions()) + signature(type.asArrayType().elementType());
            case PARAMETERIZED_TYPE -> signature(ClassType.create(type.name())).replace(";", "<")
                    + type.asParameterizedType().arguments().stream().map(TemplateTypes::signature)
                            .collect(Collectors.joining())
                    + ">;";
            default -> DescriptorUtils.typeToString(type);
        };
    }

    private static Map<String, Map<String, Type>> byPackage(IndexView index) {
        ValueTypes types = new ValueTypes(true);
        Set<String> known = new HashSet<>();
        Map<String, Map<String, Type>> found = new TreeMap<>();
        for (AnnotationInstance key : index.getAnnotations(SessionValues.SESSION_KEY)) {
            String name = key.value().asString();
            Optional<Type> type = type(key.target()).filter(value -> types.problem(value).isEmpty());
            if (type.isPresent() && name.matches("\\w+") && known.add(name)) {
                found.computeIfAbsent(packageName(key.target()), any -> new TreeMap<>()).put(name, type.get());
            }
        }
        return found;
    }

    /** The type of a value of the default session. */
    private static Optional<Type> type(AnnotationTarget place) {
        Type type = switch (place.kind()) {
            case FIELD -> place.asField().type();
            case METHOD_PARAMETER -> place.asMethodParameter().type();
            default -> null;
        };
        boolean value = type != null && type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && type.name().equals(SessionValues.SESSION_VALUE);
        return value && !place.hasDeclaredAnnotation(SessionNames.SESSION_NAME)
                ? Optional.of(ValueTypes.withoutAnnotations(type.asParameterizedType().arguments().get(0)))
                : Optional.empty();
    }

    private static String packageName(AnnotationTarget place) {
        ClassInfo declaring = place.kind() == AnnotationTarget.Kind.FIELD ? place.asField().declaringClass()
                : place.asMethodParameter().method().declaringClass();
        DotName prefix = declaring.name().packagePrefixName();
        return prefix == null ? "" : prefix.toString();
    }
}
