package io.quarkiverse.usersession.deployment;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.runtime.ConfiguredSessions;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.arc.processor.InjectionPointInfo;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Finds the sessions that an application injects by name. */
final class SessionNames {

    static final DotName SESSION_NAME = DotName.createSimple(SessionName.class);

    private SessionNames() {
    }

    /** @throws ConfigurationException if a name is not allowed for a session */
    static Set<String> injectedInto(Collection<InjectionPointInfo> injectionPoints) {
        Set<String> names = new TreeSet<>();
        for (InjectionPointInfo injectionPoint : injectionPoints) {
            AnnotationInstance qualifier = injectionPoint.getRequiredQualifier(SESSION_NAME);
            if (qualifier != null) {
                names.add(checked(qualifier.value().asString(), injectionPoint.getTargetInfo()));
            }
        }
        return names;
    }

    /** @param place where the session is injected, for messages */
    static String checked(String name, String place) {
        if (name.isEmpty()) {
            throw new ConfigurationException("@SessionName at " + place
                    + " is empty: give it the name of a session, or leave it out for the default session");
        }
        String named = "@SessionName(\"" + name + "\") at " + place;
        if (ConfiguredSessions.isReserved(name)) {
            throw new ConfigurationException(named + " can't be used, because quarkus.user-session." + name
                    + ".* are settings of the default session: give it another name");
        }
        if (name.equals(UserSessionConfig.DEFAULT_SESSION)) {
            throw new ConfigurationException(
                    named + " names the default session, which is injected without it: leave it out");
        }
        return name;
    }

    /** The name of the session of an injection point. */
    static String of(InjectionPointInfo injectionPoint) {
        AnnotationInstance qualifier = injectionPoint.getRequiredQualifier(SESSION_NAME);
        return qualifier == null ? UserSessionConfig.DEFAULT_SESSION : qualifier.value().asString();
    }
}
