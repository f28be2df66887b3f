package io.quarkiverse.usersession.test.bound;

import java.util.List;

import io.quarkiverse.usersession.test.app.TestClock;
import io.quarkiverse.usersession.test.client.TestApplication;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** An application that binds sign-ins to browsers. */
final class BoundApplication {

    private BoundApplication() {
    }

    static QuarkusUnitTest with() {
        return with(new QuarkusUnitTest());
    }

    static QuarkusUnitTest with(QuarkusUnitTest test) {
        return test
                .withApplicationRoot(jar -> jar
                        .addClasses(BoundApplication.class, BoundTests.class, BoundPages.class, BoundRoutes.class,
                                BoundServlet.class, BoundSignInStoreTests.class, ReluctantSignIns.class,
                                TestClock.class)
                        .addPackage(TestApplication.class.getPackage()))
                .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-security", Version.getVersion())))
                .overrideRuntimeConfigKey("quarkus.user-session.secret", TestApplication.SECRET)
                .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
                .overrideConfigKey("quarkus.user-session.sign-in.device-bound.enabled", "true")
                .overrideRuntimeConfigKey("quarkus.user-session.cookie.secure", "always")
                .overrideRuntimeConfigKey("quarkus.user-session.trusted-origins", "https://idp.test")
                .overrideRuntimeConfigKey("quarkus.user-session.sign-in.login-page", "/login")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.by-path.paths", "/by-path/*,/servlet/*")
                .overrideRuntimeConfigKey("quarkus.http.auth.permission.by-path.policy", "authenticated");
    }
}
