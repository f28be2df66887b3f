package io.quarkiverse.usersession.deployment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import org.assertj.core.api.AbstractThrowableAssert;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.RecentSignIn;
import io.quarkus.runtime.configuration.ConfigurationException;

class RecentSignInPlacesTest {

    @Test
    void aPrivateMethodFailsTheBuild() {
        assertThatMistake(PrivateMethod.class).hasMessage("@RecentSignIn on " + PrivateMethod.class.getName()
                + ".change(String)"
                + " would have no effect, because private methods can't be intercepted: make the method public, or put the"
                + " annotation on the one that calls it");
    }

    @Test
    void aStaticMethodFailsTheBuild() {
        assertThatMistake(StaticMethod.class).hasMessageContaining("StaticMethod.change()")
                .hasMessageContaining("static methods");
    }

    @Test
    void anAbstractMethodFailsTheBuild() {
        assertThatMistake(AbstractMethod.class).hasMessageContaining("AbstractMethod.change()")
                .hasMessageContaining("abstract");
    }

    @Test
    void anInterfaceFailsTheBuild() {
        assertThatMistake(MethodOfInterface.class).hasMessageContaining("MethodOfInterface.change()")
                .hasMessageContaining("put the annotation on the method or class that implements it");
        assertThatMistake(AnnotatedInterface.class).hasMessageContaining("AnnotatedInterface")
                .hasMessageContaining("put the annotation on the method or class that implements it");
    }

    @Test
    void anotherAnnotationFailsTheBuild() {
        assertThatMistake(Sensitive.class).hasMessageContaining("Sensitive").hasMessageContaining("it is an annotation itself");
    }

    @ParameterizedTest
    @ValueSource(classes = { Nonsense.class, Zero.class, Negative.class, Empty.class })
    void whatIsNoDurationFailsTheBuild(Class<?> mistake) {
        assertThatMistake(mistake).hasMessageContaining(mistake.getName() + ".change()")
                .hasMessageContaining("not a duration longer than zero: write it as 10M, 1H or PT90S");
    }

    @Test
    void applicationsWithoutSignInFailTheBuild() {
        assertThatThrownBy(() -> RecentSignInPlaces.check(Index.of(Right.class), false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Right.change()").hasMessageContaining("quarkus.user-session.sign-in.enabled=true");
    }

    @Test
    void nothingIsSaidOfWhatIsRight() {
        assertThatCode(() -> RecentSignInPlaces.check(Index.of(Right.class), true)).doesNotThrowAnyException();
        assertThatCode(() -> RecentSignInPlaces.check(Index.of(Object.class), false)).doesNotThrowAnyException();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatMistake(Class<?> mistake) {
        return assertThatThrownBy(() -> RecentSignInPlaces.check(indexOf(mistake), true))
                .isInstanceOf(ConfigurationException.class);
    }

    private static Index indexOf(Class<?> type) throws IOException {
        return Index.of(type);
    }

    static class PrivateMethod {
        @RecentSignIn("10M")
        private void change(String password) {
        }
    }

    static class StaticMethod {
        @RecentSignIn("10M")
        static void change() {
        }
    }

    abstract static class AbstractMethod {
        @RecentSignIn("10M")
        abstract void change();
    }

    interface MethodOfInterface {
        @RecentSignIn("10M")
        void change();
    }

    @RecentSignIn("10M")
    interface AnnotatedInterface {
    }

    @RecentSignIn("10M")
    @interface Sensitive {
    }

    static class Nonsense {
        @RecentSignIn("soon")
        void change() {
        }
    }

    static class Zero {
        @RecentSignIn("0S")
        void change() {
        }
    }

    static class Negative {
        @RecentSignIn("-PT1M")
        void change() {
        }
    }

    static class Empty {
        @RecentSignIn("")
        void change() {
        }
    }

    @RecentSignIn("PT90S")
    static class Right {
        @RecentSignIn("1H")
        void change() {
        }
    }
}
