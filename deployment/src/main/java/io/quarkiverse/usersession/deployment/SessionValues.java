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
import io.quarkus.arc.processor.InjectionPointInfo;

/** Finds the session values that an application injects. */
final class SessionValues {

    private static final DotName SESSION_KEY = DotName.createSimple(SessionKey.class);
    private static final DotName SESSION_VALUE = DotName.createSimple(SessionValue.class);
    private static final DotName DEFAULT = DotName.createSimple(Default.class);

    private final ValueTypes types;
    private final Map<List<String>, InjectedValue> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SessionValues(ValueTypes types) {
        this.types = types;
    }

    /**
     * @return each value once
     * @throws DeploymentException if some can't be injected, with a line about each
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
        boolean sessionValue = required.name().equals(SESSION_VALUE);
        AnnotationInstance key = injectionPoint.getRequiredQualifier(SESSION_KEY);
        if (key == null) {
            if (sessionValue && isUnqualified(injectionPoint)) {
                problems.add(required + " at " + place + " has no key: add @SessionKey(\"...\") with the key of the value");
            }
        } else if (!sessionValue) {
            problems.add("@SessionKey at " + place + " is for a SessionValue, and this is a " + required
                    + ": make it a SessionValue, or take the annotation off");
        } else if (required.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            problems.add("SessionValue at " + place + " does not say what it holds: give it the type of the value, as in"
                    + " SessionValue<String>");
        } else {
            Type type = ValueTypes.withoutAnnotations(required.asParameterizedType().arguments().get(0));
            add(new InjectedValue(SessionNames.of(injectionPoint), key.value().asString(), type, place));
        }
    }

    private void add(InjectedValue value) {
        types.problem(value.type()).ifPresent(
                problem -> problems.add("SessionValue<" + value.type() + "> at " + value.place() + " " + problem));
        InjectedValue other = values.putIfAbsent(List.of(value.session(), value.key()), value);
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
