package io.quarkiverse.usersession.deployment;

import java.util.HashSet;
import java.util.Set;

import io.quarkiverse.usersession.runtime.config.UserSessionBuildTimeConfig;
import io.quarkus.bootstrap.model.ApplicationModel;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.RemovedResourceBuildItem;
import io.quarkus.deployment.pkg.PackageConfig;
import io.quarkus.deployment.pkg.PackageConfig.JarConfig.JarType;
import io.quarkus.deployment.pkg.builditem.CurateOutcomeBuildItem;
import io.quarkus.maven.dependency.ResolvedDependency;

/** Removes the classes that bind sign-ins to browsers from an application that doesn't enable this. */
class DeviceBoundClassesProcessor {

    private static final String RUNTIME = "io/quarkiverse/usersession/runtime/";

    @BuildStep
    void remove(UserSessionBuildTimeConfig config, CurateOutcomeBuildItem application,
            PackageConfig packaging, BuildProducer<RemovedResourceBuildItem> removed) {
        // a mutable jar is built again where it runs, with the build steps that need these classes
        if (DeviceBoundProcessor.IsEnabled.isIn(config) || packaging.jar().type() == JarType.MUTABLE_JAR) {
            return;
        }
        ResolvedDependency runtime = runtime(application.getApplicationModel());
        if (runtime != null) {
            removed.produce(new RemovedResourceBuildItem(runtime.getKey(), classes(runtime)));
        }
    }

    private static ResolvedDependency runtime(ApplicationModel model) {
        for (ResolvedDependency dependency : model.getRuntimeDependencies()) {
            if (dependency.getGroupId().equals("io.quarkiverse.usersession")
                    && dependency.getArtifactId().equals("quarkus-user-session")) {
                return dependency;
            }
        }
        return null;
    }

    private static Set<String> classes(ResolvedDependency runtime) {
        Set<String> classes = new HashSet<>();
        runtime.getContentTree().walk(visit -> {
            String path = visit.getRelativePath("/");
            if (path.endsWith(".class")
                    && (path.startsWith(RUNTIME + "bound/") || path.startsWith(RUNTIME + "DeviceBoundRecorder"))) {
                classes.add(path);
            }
        });
        return classes;
    }
}
