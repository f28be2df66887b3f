package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.UserSession;

/** What a session can do stands in a table, in the guide and in README.md. */
class MethodTableTest {

    static Stream<String> methods() {
        return Stream.of(UserSession.class.getMethods()).map(Method::getName).distinct();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void bothTablesHaveEachMethod(String method) {
        assertThat(Guide.text(Guide.PAGES.resolve("index.adoc")).lines())
                .anyMatch(line -> line.startsWith("|") && line.contains("`" + method + "("));
        assertThat(Guide.text(Guide.REPOSITORY.resolve("README.md")).lines())
                .anyMatch(line -> line.startsWith("| `") && line.contains("`" + method + "("));
    }
}
