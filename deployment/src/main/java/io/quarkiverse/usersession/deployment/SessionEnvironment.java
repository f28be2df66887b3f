package io.quarkiverse.usersession.deployment;

import java.util.Collection;
import java.util.List;

import io.quarkiverse.usersession.runtime.config.NamedSessionsConfigBuilder;
import io.quarkiverse.usersession.runtime.config.UserSessionConfig;
import io.quarkus.gizmo.ClassCreator;
import io.quarkus.gizmo.ClassOutput;
import io.quarkus.gizmo.MethodCreator;
import io.quarkus.gizmo.ResultHandle;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;

/** Generates the class that tells the configuration at run time which sessions exist. */
final class SessionEnvironment {

    static final String CLASS_NAME = "io.quarkiverse.usersession.runtime.config.InjectedSessionsConfigBuilder";

    private static final String NAMED = UserSessionConfig.PREFIX + ".*.";

    private SessionEnvironment() {
    }

    static void write(Collection<String> sessions, ClassOutput output) {
        try (ClassCreator builder = ClassCreator.builder().classOutput(output).className(CLASS_NAME)
                .superClass(NamedSessionsConfigBuilder.class).build()) {
            method(builder, "sessions", sessions);
            method(builder, "settings", settings());
        }
    }

    /** The settings of a named session, without elements of lists and maps, of which there is no limit. */
    static List<String> settings() {
        return ConfigMappings.getProperties(ConfigClass.configClass(UserSessionConfig.class)).keySet().stream()
                .filter(name -> name.startsWith(NAMED))
                .map(name -> name.substring(NAMED.length()))
                .filter(name -> name.indexOf('*') < 0)
                .sorted().toList();
    }

    private static void method(ClassCreator builder, String name, Collection<String> texts) {
        try (MethodCreator method = builder.getMethodCreator(name, String[].class)) {
            ResultHandle array = method.newArray(String.class, texts.size());
            int place = 0;
            for (String text : texts) {
                method.writeArrayValue(array, place++, method.load(text));
            }
            method.returnValue(array);
        }
    }
}
