package io.quarkiverse.usersession.test.qute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** A template that asks a value for what it doesn't have. */
class TemplateMistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-rest-qute", Version.getVersion()),
                    Dependency.of("io.quarkus", "quarkus-qute", Version.getVersion())))
            .withApplicationRoot(jar -> jar.addPackage(TemplatePages.class.getPackage())
                    .addAsResource(new StringAsset("{session:cart.totl}"), "templates/checked.html")
                    .addAsResource(new StringAsset("{#for line in session:lines}{line.skew}{/for}"),
                            "templates/untouched.html")
                    .addAsResource(new StringAsset("{session:other.nothing} {session:details.nothing}"),
                            "templates/slow.html"))
            .assertException(failure -> assertThat(failure).hasMessageContaining("{session:cart.totl}")
                    .hasMessageContaining("{line.skew}").hasMessageContaining("Found incorrect expressions (2)"));

    @Test
    void theBuildFailsAndNamesTheExpressions() {
        fail("it has started");
    }
}
