package io.quarkiverse.usersession.deployment;

import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.JandexReflection;
import org.jboss.jandex.Type;
import org.jboss.logging.Logger;

import io.quarkiverse.usersession.SessionData;
import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.runtime.UserSessionRecorder;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;

/** Creates the session values that an application injects, and lets native executables read and write their classes. */
class SessionValueProcessor {

    private static final Logger LOG = Logger.getLogger(SessionValueProcessor.class);

    private static final DotName SESSION_DATA = DotName.createSimple(SessionData.class);

    @BuildStep
    AdditionalBeanBuildItem sessionKeyQualifier() {
        return new AdditionalBeanBuildItem(SessionKey.class);
    }

    @BuildStep
    SessionValuesBuildItem sessionValues(BeanDiscoveryFinishedBuildItem beans, Capabilities capabilities) {
        ValueTypes types = new ValueTypes(capabilities.isPresent(Capability.JACKSON));
        return new SessionValuesBuildItem(SessionValues.injectedInto(beans.getInjectionPoints(), types));
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void beans(UserSessionRecorder recorder, SessionsBuildItem sessions, SessionValuesBuildItem values,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        for (InjectedValue value : values.inCookies()) {
            beans.produce(value.bean().supplier(recorder.sessionValue(sessions.sessions(), value.session(), value.key(),
                    JandexReflection.loadType(value.type()))).done());
        }
    }

    /** Only Jackson needs reflection: a native executable knows the types that a session stores by itself. */
    @BuildStep
    void reflection(SessionValuesBuildItem values, CombinedIndexBuildItem index, Capabilities capabilities,
            BuildProducer<ReflectiveHierarchyBuildItem> hierarchies) {
        List<ClassInfo> marked = index.getIndex().getAnnotations(SESSION_DATA).stream()
                .map(annotation -> annotation.target().asClass()).toList();
        if (!capabilities.isPresent(Capability.JACKSON)) {
            warnOf(marked);
            return;
        }
        values.all().forEach(value -> hierarchies
                .produce(hierarchy(value.type(), value.kind().withoutPackagePrefix() + " at " + value.place())));
        marked.forEach(type -> hierarchies.produce(hierarchy(ClassType.create(type.name()), "@SessionData")));
    }

    private static ReflectiveHierarchyBuildItem hierarchy(Type type, String source) {
        return ReflectiveHierarchyBuildItem.builder(type).source(source).build();
    }

    // no failure, as it may be a class of a library that nothing here stores
    private static void warnOf(List<ClassInfo> marked) {
        for (ClassInfo type : marked) {
            if (!type.isEnum()) {
                LOG.warnf("%s is marked with @SessionData, but can't be stored in a session without Jackson: add the extension"
                        + " quarkus-jackson", type.name());
            }
        }
    }
}
