package io.quarkiverse.usersession.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usersession.testsupport.PackagedProcess;
import io.quarkiverse.usersession.testsupport.RedisServer;
import io.restassured.RestAssured;

/** Each application that scripts/compatibility has built, on each JDK that it has found. */
class CompatibilityTest {

    /** Such as 17=/usr/lib/jvm/java-17,25=/usr/lib/jvm/java-25. */
    private static final String JDKS = System.getProperty("compatibility.jdks");

    private static final Path BUILT_JAR = Path.of("../../runtime/target/quarkus-user-session-999-SNAPSHOT.jar");

    private static final String SECRET = "Lq7Xt2Vn9Rk4Wc8Zb1Yd6Fs3Hm5Jp0GaEu";

    private static final Seen SEEN = new Seen();
    private static List<BuiltApplication> applications;

    @TempDir
    static Path output;

    @BeforeAll
    static void findApplications() throws IOException {
        applications = BuiltApplication.all();
    }

    @AfterAll
    static void writeWhatWasSeen() throws IOException {
        SEEN.write();
    }

    @Test
    void allApplicationsHaveTheClassesThatWereBuilt() throws IOException {
        Map<String, Long> built = checksumsOfClasses(BUILT_JAR);

        assertThat(applications).isNotEmpty();
        for (BuiltApplication application : applications) {
            // without those that such an application doesn't need
            assertThat(built).as(application.toString()).containsAllEntriesOf(checksumsOfClasses(application.extension()));
        }
    }

    @TestFactory
    Stream<DynamicContainer> applications() {
        return applications.stream().flatMap(application -> Stream.of(JDKS.split(","))
                .map(jdk -> jdk.split("="))
                .map(jdk -> dynamicContainer(application + " on JDK " + jdk[0], tests(application, jdk[0], Path.of(jdk[1])))));
    }

    /** The tests of an application that runs as long as they do. */
    private static Stream<DynamicTest> tests(BuiltApplication application, String jdk, Path home) {
        List<AutoCloseable> started = new ArrayList<>();
        Stream<DynamicTest> start = Stream.of(dynamicTest("starts", () -> {
            Map<String, String> environment = new HashMap<>(Map.of("SESSION_SECRET", SECRET));
            if (application.extensions().contains("redis-client")) {
                RedisServer redis = RedisServer.start();
                started.add(redis);
                environment.put("QUARKUS_REDIS_HOSTS", redis.uri());
                environment.put("QUARKUS_USER_SESSION_SIGN_IN_STORE_TIMEOUT", "30S"); // as the machine may be busy
                environment.put("QUARKUS_USER_SESSION_STORED_VALUES_TIMEOUT", "30S");
            }
            PackagedProcess process = PackagedProcess.start(
                    List.of(home.resolve("bin/java").toString(), "-Xmx256m", "-jar", application.jar().toString()), output,
                    environment);
            started.add(0, process);
            RestAssured.port = process.port();
        }));
        Stream<DynamicTest> checks = application.extensions().stream()
                .flatMap(extension -> checks(extension).stream())
                .map(check -> dynamicTest(check.extension() + ": " + check.name(), () -> run(check, application, jdk)));
        return Stream.concat(start, checks).onClose(() -> started.forEach(CompatibilityTest::close));
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Check check, BuiltApplication application, String jdk) throws Throwable {
        boolean passed = false;
        try {
            check.test().execute();
            passed = true;
        } finally {
            SEEN.note(application, jdk, check.extension(), passed);
        }
    }

    private static List<Check> checks(String extension) {
        Stream<Check> all = switch (extension) {
            case "rest-jackson" -> Stream.concat(SessionChecks.of(extension), SessionChecks.ofUni());
            case "resteasy-jackson" -> SessionChecks.of(extension);
            default -> Stream.concat(SecurityChecks.all(), ExtensionChecks.all())
                    .filter(check -> check.extension().equals(extension));
        };
        List<Check> checks = all.toList();
        assertThat(checks).as("checks of " + extension).isNotEmpty();
        return checks;
    }

    private static Map<String, Long> checksumsOfClasses(Path jar) throws IOException {
        try (ZipFile entries = new ZipFile(jar.toFile())) {
            return entries.stream().filter(entry -> entry.getName().endsWith(".class"))
                    .collect(Collectors.toMap(ZipEntry::getName, ZipEntry::getCrc));
        }
    }
}
