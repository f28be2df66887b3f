package io.quarkiverse.usersession.deployment;

import io.quarkiverse.usersession.runtime.qute.SessionNamespace;
import io.quarkiverse.usersession.runtime.qute.ShownFlashValues;
import io.quarkiverse.usersession.runtime.qute.TemplateValues;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.GeneratedBeanBuildItem;
import io.quarkus.arc.deployment.GeneratedBeanGizmoAdaptor;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/** Puts the default session into Qute templates, in applications that have Qute. */
class TemplatesProcessor {

    // quarkus-qute has no capability
    private static final String QUTE = "io.quarkus.qute.runtime.EngineProducer";

    @BuildStep
    void namespace(CombinedIndexBuildItem index, BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<GeneratedBeanBuildItem> classes) {
        if (!QuarkusClassLoader.isClassPresentAtRuntime(QUTE)) {
            return;
        }
        beans.produce(AdditionalBeanBuildItem.unremovableOf(SessionNamespace.class));
        beans.produce(new AdditionalBeanBuildItem(TemplateValues.class, ShownFlashValues.class));
        TemplateTypes.write(index.getIndex(), new GeneratedBeanGizmoAdaptor(classes, name -> true));
    }
}
