package io.quarkiverse.usersession.deployment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.UserSessionRecorder;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkiverse.usersession.runtime.http.Sessions;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem.ExtendedBeanConfigurator;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.runtime.RuntimeValue;

/** The beans of one session: the session itself, and its storage. */
final class SessionBeans {

    private SessionBeans() {
    }

    static void produce(UserSessionRecorder recorder, RuntimeValue<Sessions> sessions, String name,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        ExtendedBeanConfigurator session = SyntheticBeanBuildItem.configure(UserSession.class)
                .scope(ApplicationScoped.class)
                .setRuntimeInit()
                .unremovable()
                .supplier(recorder.userSession(sessions, name));
        ExtendedBeanConfigurator storage = SyntheticBeanBuildItem.configure(SessionStorage.class)
                .scope(ApplicationScoped.class)
                .setRuntimeInit()
                .unremovable()
                .supplier(recorder.storage(sessions, name));
        for (ExtendedBeanConfigurator bean : List.of(session, storage)) {
            if (!name.equals(UserSessionConfig.DEFAULT_SESSION)) {
                bean.addQualifier().annotation(SessionName.class).addValue("value", name).done();
            }
            beans.produce(bean.done());
        }
    }
}
