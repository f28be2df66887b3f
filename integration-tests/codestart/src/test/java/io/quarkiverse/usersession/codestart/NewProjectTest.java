package io.quarkiverse.usersession.codestart;

import static io.quarkus.devtools.codestarts.quarkus.QuarkusCodestartCatalog.Language.JAVA;
import static io.quarkus.devtools.codestarts.quarkus.QuarkusCodestartCatalog.Language.KOTLIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.devtools.codestarts.quarkus.QuarkusCodestartCatalog;
import io.quarkus.devtools.testing.codestarts.QuarkusCodestartTest;
import io.quarkus.platform.descriptor.loader.json.ResourceLoaders;
import io.quarkus.registry.catalog.Extension;
import io.quarkus.registry.catalog.ExtensionCatalog;

/** A new project that chooses the extension has the code of its codestart. Other tests of this module run that code. */
class NewProjectTest {

    private static final Path CODESTART = Path
            .of("../../runtime/src/main/codestarts/quarkus/user-session-codestart/java");
    private static final Path CODESTARTS_JAR = Path.of("../../runtime/target/quarkus-user-session-999-SNAPSHOT-codestarts.jar");

    private static final Extension EXTENSION = extension();

    @RegisterExtension
    static final QuarkusCodestartTest PROJECT = QuarkusCodestartTest.builder()
            .languages(JAVA, KOTLIN)
            .extensionCatalog(catalog())
            .quarkusCodestartCatalog(codestarts())
            .extension(EXTENSION.getArtifact())
            .build();

    @ParameterizedTest
    @ValueSource(strings = { "src/main/java/org/acme/WelcomeResource.java", "src/test/java/org/acme/WelcomeResourceTest.java" })
    void hasTheCodeInItsOwnPackage(String file) throws Throwable {
        PROJECT.assertThatGeneratedFile(JAVA, PROJECT.repackagedClassName(file.replace("org/acme", "org.acme"))
                .replace("ilove.quark.us", "ilove/quark/us"))
                .content()
                .isEqualTo(Files.readString(CODESTART.resolve(file)).replace("package org.acme", "package ilove.quark.us"));
    }

    @Test
    void hasTheDependenciesOfTheCode() throws Throwable {
        PROJECT.assertThatGeneratedFile(JAVA, "pom.xml").content()
                .contains("<artifactId>quarkus-user-session</artifactId>", "<artifactId>quarkus-rest</artifactId>",
                        "<artifactId>rest-assured</artifactId>");
    }

    @Test
    void tellsInItsReadmeOfTheSecretOfProduction() throws Throwable {
        PROJECT.assertThatGeneratedFile(JAVA, "README.md").content()
                .contains("User Session", "export SESSION_SECRET=\"$(openssl rand -base64 48)\"");
    }

    /** The code is Java. Nothing of it, and of what the README says about it, may come into a project in Kotlin. */
    @Test
    void beginsInKotlinWithoutCode() throws Throwable {
        PROJECT.assertThatGeneratedFile(KOTLIN, "pom.xml").content()
                .contains("<artifactId>quarkus-user-session</artifactId>", "<artifactId>quarkus-kotlin</artifactId>")
                .doesNotContain("<artifactId>quarkus-rest</artifactId>");
        PROJECT.assertThatGeneratedFile(KOTLIN, "src").satisfies(sources -> {
            try (Stream<Path> files = Files.walk(sources)) {
                assertThat(files.map(file -> file.getFileName().toString())).contains("application.properties")
                        .noneMatch(name -> name.startsWith("Welcome") || name.equals("index.html"));
            }
        });
        PROJECT.assertThatGeneratedFile(KOTLIN, "README.md").content().doesNotContain("SESSION_SECRET");
    }

    @Test
    void theNameOfTheExtensionIsThatOfTheCodestart() {
        assertThat(EXTENSION.getMetadata().get("codestart")).asString()
                .contains("name=user-session",
                        "artifact=io.quarkiverse.usersession:quarkus-user-session:codestarts:jar:999-SNAPSHOT");
    }

    private static ExtensionCatalog catalog() {
        ExtensionCatalog.Mutable catalog = ExtensionCatalog.builder();
        catalog.addExtension(EXTENSION);
        return catalog.build();
    }

    /** The codestarts of each project, and those of the jar that is deployed. */
    private static QuarkusCodestartCatalog codestarts() {
        try {
            return QuarkusCodestartCatalog.fromExtensionsCatalog(catalog(), List.of(
                    ResourceLoaders.resolveFileResourceLoader(base().toFile()),
                    ResourceLoaders.resolveFileResourceLoader(CODESTARTS_JAR.toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path base() throws IOException {
        URL project = NewProjectTest.class.getResource("/codestarts/quarkus/project/quarkus/codestart.yml");
        return Path.of(((JarURLConnection) project.openConnection()).getJarFile().getName());
    }

    private static Extension extension() {
        try {
            for (URL description : Collections
                    .list(NewProjectTest.class.getClassLoader().getResources("META-INF/quarkus-extension.yaml"))) {
                Extension extension = ResourceLoaders.processAsPath(description, path -> {
                    try {
                        return Extension.fromFile(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                if (extension.getArtifact().getArtifactId().equals("quarkus-user-session")) {
                    return extension;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the extension is not on the class path");
    }
}
