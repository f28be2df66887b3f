package io.quarkiverse.usersession.test.signin;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import io.quarkiverse.usersession.test.app.BlockingEndpoints;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** An application into which users sign in, and that lets programs in with basic authentication too. */
final class SignInApplication {

    private SignInApplication() {
    }

    /** @param more classes of the application */
    static QuarkusUnitTest with(Class<?>... more) {
        return TestApplication.withEndpoints()
                .withApplicationRoot(jar -> jar
                        .addPackage(BlockingEndpoints.class.getPackage())
                        .addPackage(TestApplication.class.getPackage())
                        .addClasses(SignInApplication.class, SignInTests.class, Pages.class, RoutePages.class,
                                ServletPages.class, ServletForAdmins.class)
                        .addClasses(more))
                // only here, so that all other tests show that sessions don't need it
                .setForcedDependencies(List.of(
                        Dependency.of("io.quarkus", "quarkus-security", Version.getVersion()),
                        Dependency.of("io.quarkus", "quarkus-elytron-security-properties-file", Version.getVersion())))
                .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
                .overrideConfigKey("quarkus.http.auth.basic", "true")
                .overrideConfigKey("quarkus.security.users.embedded.enabled", "true")
                .overrideConfigKey("quarkus.security.users.embedded.plain-text", "true")
                .overrideRuntimeConfigKey("quarkus.security.users.embedded.users.robot", "beep")
                .overrideRuntimeConfigKey("quarkus.security.users.embedded.roles.robot", "admin")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.by-path.paths", "/by-path/*")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.by-path.policy", "authenticated")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.programs.paths", "/for-programs")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.programs.policy", "authenticated")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.programs.auth-mechanism", "basic")
                .overrideRuntimeConfigKey("quarkus.http.auth.policy.admins.roles-allowed", "admin")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.admins.paths", "/admins-by-path/*")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.admins.policy", "admins")
                .overrideRuntimeConfigKey("quarkus.user-session.sign-in.login-page", "/login");
    }

    /** A warning that nobody can see the login page. */
    static boolean isAboutLoginPage(LogRecord record) {
        return record.getLoggerName().endsWith(".LoginPage") && record.getLevel().intValue() >= Level.WARNING.intValue();
    }
}
