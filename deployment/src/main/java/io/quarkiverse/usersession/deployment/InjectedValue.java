package io.quarkiverse.usersession.deployment;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.jandex.DotName;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem.ExtendedBeanConfigurator;

/**
 * A session value that the application injects.
 *
 * @param kind {@code SessionValue} or {@code StoredValue}
 * @param session the name of its session
 * @param type the type, without annotations
 * @param place one of the places where it is injected, for messages
 */
record InjectedValue(DotName kind, String session, String key, Type type, String place) {

    /** For messages. */
    String shown() {
        return kind.withoutPackagePrefix() + "<" + type + ">";
    }

    /** The bean, without its creator. */
    ExtendedBeanConfigurator bean() {
        ExtendedBeanConfigurator bean = SyntheticBeanBuildItem.create(kind)
                .addType(ParameterizedType.create(kind, type))
                .addQualifier().annotation(SessionKey.class).addValue("value", key).done()
                .scope(ApplicationScoped.class)
                .setRuntimeInit();
        if (!session.equals(UserSessionConfig.DEFAULT_SESSION)) {
            // a value of a named session fits an injection point that names none as well, so that of the default session must win
            bean.addQualifier().annotation(SessionName.class).addValue("value", session).done().defaultBean();
        }
        return bean;
    }
}
