package io.quarkiverse.usersession.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.DeploymentException;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.StoredValue;
import io.quarkus.arc.processor.InjectionPointInfo;

/** Finds the session values that an application injects. */
final class SessionValues {

    static final DotName SESSION_KEY = DotName.createSimple(SessionKey.class);
    static final DotName SESSION_VALUE = DotName.createSimple(SessionValue.class);
    static final DotName STORED_VALUE = DotName.createSimple(StoredValue.class);
    private static final DotName DEFAULT = DotName.createSimple(Default.class);

    private final ValueTypes types;
    private final Map<List<String>, InjectedValue> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SessionValues(ValueTypes types) {
        this.types = types;
    }

    /**
     * @return each value once
     * @throws DeploymentException if some can't be injected; the message has a line about each
     */
    static List<InjectedValue> injectedInto(Collection<InjectionPointInfo> injectionPoints, ValueTypes types) {
        SessionValues found = new SessionValues(types);
        // in an order that doesn't change from build to build
        injectionPoints.stream().sorted(Comparator.comparing(InjectionPointInfo::getTargetInfo)).forEach(found::add);
        if (!found.problems.isEmpty()) {
            throw new DeploymentException(String.join(System.lineSeparator(), found.problems));
        }
        return List.copyOf(found.values.values());
    }

    private void add(InjectionPointInfo injectionPoint) {
        Type required = injectionPoint.getRequiredType();
        String place = injectionPoint.getTargetInfo();
        boolean value = required.name().equals(SESSION_VALUE) || required.name().equals(STORED_VALUE);
        AnnotationInstance key = injectionPoint.getRequiredQualifier(SESSION_KEY);
        if (key == null) {
            if (value && isUnqualified(injectionPoint)) {
                problems.add(required + " at " + place + " has no key: add @SessionKey(\"...\") with the key of the value");
            }
        } else if (!value) {
            problems.add("@SessionKey at " + place + " is only for a SessionValue or a StoredValue, but this is a "
                    + required + ": make it one of them, or remove the annotation");
        } else if (required.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            String kind = required.name().withoutPackagePrefix();
            problems.add(kind + " at " + place + " does not say what it holds: give it the type of the value, as in " + kind
                    + "<String>");
        } else {
            Type type = ValueTypes.withoutAnnotations(required.asParameterizedType().arguments().get(0));
            add(new InjectedValue(required.name(), SessionNames.of(injectionPoint), key.value().asString(), type, place));
        }
    }

    private void add(InjectedValue value) {
        types.problem(value.type()).ifPresent(
                problem -> problems.add(value.shown() + " at " + value.place() + " " + problem));
        InjectedValue other = values.putIfAbsent(List.of(value.kind().toString(), value.session(), value.key()), value);
        if (other != null && !other.type().equals(value.type())) {
            problems.add("@SessionKey(\"" + value.key() + "\") is a " + other.type() + " at " + other.place() + " and a "
                    + value.type() + " at " + value.place() + ": give both the same type, or one of them another key");
        }
    }

    private static boolean isUnqualified(InjectionPointInfo injectionPoint) {
        return injectionPoint.getRequiredQualifiers().stream()
                .allMatch(qualifier -> qualifier.name().equals(DEFAULT) || qualifier.name().equals(SessionNames.SESSION_NAME));
    }
}
