package io.quarkiverse.usersession.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.util.TypeLiteral;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionStorage;
import io.quarkiverse.usersession.SessionValueException;
import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.config.SessionSettings;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.state.SessionDefinition;
import io.quarkiverse.usersession.runtime.state.SignInSupport;
import io.quarkiverse.usersession.runtime.values.TypedValues;
import io.quarkiverse.usersession.testsupport.Stub;
import io.vertx.ext.web.RoutingContext;

/** Whatever must not be null is named where it is. */
class NullArgumentsTest {

    private final SessionStorage storage = storage();
    private final UserSession session = storage.getSession(null);

    static Stream<Arguments> parameters() {
        return Stream.of(UserSession.class, SessionStorage.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .flatMap(method -> Arrays.stream(method.getParameters()).map(parameter -> Arguments.of(method, parameter)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void areNamed(Method method, Parameter parameter) {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(each -> each.equals(parameter) ? null : argument(each.getType())).toArray();

        Throwable thrown = catchThrowable(() -> invoke(method, arguments));

        switch (parameter.getName()) {
            case "cookieHeader" -> assertThat(thrown).isNull(); // no cookies
            case "value" -> assertThat(thrown).isInstanceOf(SessionValueException.class)
                    .hasMessageContaining("key 'text': null can't be stored");
            default -> assertThat(thrown).isInstanceOf(NullPointerException.class)
                    .hasMessage(parameter.getName() + " must not be null");
        }
    }

    @Test
    void aRoleThatIsNullIsNamed() {
        assertThat(catchThrowable(() -> session.signIn("ada", new HashSet<>(Arrays.asList("admin", null)))))
                .isInstanceOf(NullPointerException.class).hasMessage("role must not be null");
    }

    @Test
    void theNameOfASessionIsNamed() {
        assertThat(catchThrowable(() -> SessionName.Literal.of(null))).isInstanceOf(NullPointerException.class)
                .hasMessage("name must not be null");
    }

    @Test
    void theKeyOfAValueIsNamed() {
        assertThat(catchThrowable(() -> SessionKey.Literal.of(null))).isInstanceOf(NullPointerException.class)
                .hasMessage("key must not be null");
    }

    private static SessionStorage storage() {
        SessionSettings settings = SessionSettings.defaults("default");
        SessionDefinition definition = SessionDefinition
                .of("default", settings.cookie(), settings.lifetimes(), KeyRing.of("Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a"), null,
                        Clock.systemUTC(), new SecureRandom()::nextBytes, TypedValues.UNAVAILABLE)
                .with(SignInSupport.ON);
        return new CookieSessionStorage(Commits.of(definition, settings, null, false), rc -> null);
    }

    private Object invoke(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(method.getDeclaringClass() == UserSession.class ? session : storage, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object argument(Class<?> type) {
        if (type == UserSession.class) {
            return session;
        }
        if (type == RoutingContext.class) {
            return Stub.of(RoutingContext.class, (method, arguments) -> null);
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == TypeLiteral.class) {
            return new TypeLiteral<String>() {
            };
        }
        return type == Class.class ? String.class : "text";
    }
}
