package io.quarkiverse.usersession.test.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.runtime.util.ExceptionUtil;
import io.quarkus.test.QuarkusUnitTest;

/** An annotation that nothing would look at must not look like protection. */
class RecentSignInMistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(NoBean.class, NoBeanEither.class, Base.class, Bean.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-security", Version.getVersion())))
            .overrideConfigKey("quarkus.user-session.sign-in.enabled", "true")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining(
                    "@RecentSignIn on " + NoBean.class.getName() + ".change(String) would have no effect, because no bean has")
                    .hasStackTraceContaining("@RecentSignIn on " + NoBeanEither.class.getName()
                            + " would have no effect, because it is not a bean")
                    .hasStackTraceContaining("@RecentSignIn on " + Base.class.getName() + ".overridden() would have no effect")
                    .satisfies(all -> assertThat(ExceptionUtil.generateStackTrace(all))
                            .doesNotContain(".kept()", Bean.class.getName() + ".change()")));

    @Test
    void failsTheBuild() {
        Assertions.fail("the application has started");
    }

    static class NoBean {
        @RecentSignIn("10M")
        void change(String password) {
        }
    }

    @RecentSignIn("10M")
    static class NoBeanEither {
        void change() {
        }
    }

    static class Base {
        @RecentSignIn("10M")
        void overridden() {
        }

        @RecentSignIn("10M")
        void kept() {
        }
    }

    /** That nothing uses, with a final method, which Quarkus makes one that can be intercepted. */
    @ApplicationScoped
    static class Bean extends Base {
        @Override
        void overridden() {
        }

        @RecentSignIn("10M")
        final void change() {
        }
    }
}
