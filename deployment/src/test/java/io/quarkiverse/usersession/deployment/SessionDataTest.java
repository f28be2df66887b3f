package io.quarkiverse.usersession.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassType;
import org.jboss.jandex.Index;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SessionData;
import io.quarkiverse.usersession.testsupport.CapturedLog;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;

/** What a native executable is told. */
class SessionDataTest {

    record Line(String sku) {
    }

    @SessionData
    enum Size {
        SMALL
    }

    @SessionData
    record Marked(List<Line> lines) {
    }

    record Large() {
    }

    private static final Type LINES = ParameterizedType.create(List.class, ClassType.create(Line.class));

    @Test
    void injectedTypesAndMarkedClassesAreRegisteredWithAllThatTheyHold() throws IOException {
        List<ReflectiveHierarchyBuildItem> registered = registered(Set.of(Capability.JACKSON));

        assertThat(registered).extracting(ReflectiveHierarchyBuildItem::getType)
                .containsExactlyInAnyOrder(LINES, ClassType.create(Large.class), ClassType.create(Marked.class),
                        ClassType.create(Size.class));
        assertThat(registered).extracting(ReflectiveHierarchyBuildItem::getSource)
                .containsExactly("SessionValue at Shop#lines", "StoredValue at Shop#large", "@SessionData", "@SessionData");
    }

    @Test
    void withoutJacksonNothingIsRegisteredAndTheBuildSaysWhatIsMissing() throws IOException {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(registered(Set.of())).isEmpty();

            assertThat(log.messages("WARN")).singleElement().asString().contains(Marked.class.getName(),
                    "can't be stored in a session without Jackson: add the extension quarkus-jackson");
        }
    }

    private static List<ReflectiveHierarchyBuildItem> registered(Set<String> capabilities) throws IOException {
        List<ReflectiveHierarchyBuildItem> registered = new ArrayList<>();
        Index index = Index.of(Line.class, Marked.class, Size.class);
        new SessionValueProcessor().reflection(
                new SessionValuesBuildItem(
                        List.of(new InjectedValue(SessionValues.SESSION_VALUE, "", "lines", LINES, "Shop#lines"),
                                new InjectedValue(SessionValues.STORED_VALUE, "", "large", ClassType.create(Large.class),
                                        "Shop#large"))),
                new CombinedIndexBuildItem(index, index), new Capabilities(capabilities), registered::add);
        return registered;
    }
}
