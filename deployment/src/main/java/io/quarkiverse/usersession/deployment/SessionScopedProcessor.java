package io.quarkiverse.usersession.deployment;

import java.util.List;

import jakarta.enterprise.context.SessionScoped;

import org.jboss.jandex.DotName;
import org.jboss.logging.Logger;

import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.processor.BeanInfo;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Produce;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;

/** Tells developers who expect this extension to support {@code @SessionScoped} beans what to use instead. */
class SessionScopedProcessor {

    private static final Logger LOG = Logger.getLogger(SessionScopedProcessor.class);

    private static final DotName SESSION_SCOPED = DotName.createSimple(SessionScoped.class);

    // servlets have HTTP sessions, and each WebSocket connection of Quarkus is one
    private static final List<String> WITH_SESSION_CONTEXT = List.of(Capability.SERVLET, Capability.WEBSOCKETS_NEXT);

    @BuildStep
    @Produce(ServiceStartBuildItem.class) // a step that produces nothing is left out
    void hint(BeanDiscoveryFinishedBuildItem beans, Capabilities capabilities) {
        if (WITH_SESSION_CONTEXT.stream().noneMatch(capabilities::isPresent)) {
            warnOf(beans.getBeans().stream().filter(SessionScopedProcessor::isSessionScoped)
                    .map(bean -> bean.getProviderType().name().toString())
                    .sorted().toList());
        }
    }

    private static boolean isSessionScoped(BeanInfo bean) {
        return bean.getScope().getDotName().equals(SESSION_SCOPED);
    }

    private static void warnOf(List<String> beans) {
        if (!beans.isEmpty()) {
            LOG.warnf(
                    "%s can't be used in requests: nothing in this application supports @SessionScoped beans. Keep the state of"
                            + " a user in a record, and inject it as a @SessionKey(\"...\") SessionValue",
                    String.join(", ", beans));
        }
    }
}
