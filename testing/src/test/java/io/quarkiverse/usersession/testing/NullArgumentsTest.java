package io.quarkiverse.usersession.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.util.TypeLiteral;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.restassured.http.Cookie;
import io.restassured.response.Response;

/** Whatever must not be null is named where it is. */
class NullArgumentsTest {

    private static final SessionCookies COOKIES = TestSessions.withSecret("nQ7xVd2Kf9Lr4Tz8Wb1Ys6Hc3Jm5Pg0a");
    private static final OpenedSession OPENED = new OpenedSession("id", Map.of(), Set.of(), Instant.EPOCH, Instant.EPOCH,
            Instant.EPOCH, Duration.ZERO, Optional.empty(), Set.of(), Optional.empty(), Optional.empty());

    static Stream<Arguments> parameters() {
        return Stream.of(TestSessions.class, SessionCookies.class, OpenedSession.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.getName().equals("equals"))
                .flatMap(method -> Arrays.stream(method.getParameters())
                        .filter(parameter -> !parameter.getType().isPrimitive())
                        .map(parameter -> Arguments.of(method, parameter)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void areNamed(Method method, Parameter parameter) {
        // a value is refused when the cookie is made, and a cookie of one host has no domain
        boolean allowed = parameter.getName().equals("domain")
                || method.getName().equals("flash") && parameter.getName().equals("value");
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(each -> each.equals(parameter) ? null : argument(each.getType())).toArray();

        Throwable thrown = catchThrowable(() -> invoke(method, arguments));

        if (allowed) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown).isInstanceOf(NullPointerException.class)
                    .hasMessage(parameter.getName() + " must not be null");
        }
    }

    @Test
    void aRoleThatIsNullIsNamed() {
        assertThat(catchThrowable(() -> COOKIES.signedIn("ada", "admin", null))).isInstanceOf(NullPointerException.class)
                .hasMessage("role must not be null");
    }

    private static Object invoke(Method method, Object... arguments) throws Throwable {
        Object target = method.getDeclaringClass() == SessionCookies.class ? COOKIES
                : method.getDeclaringClass() == OpenedSession.class ? OPENED : null;
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object argument(Class<?> type) {
        if (type == String[].class) {
            return new String[0];
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == Response.class) {
            return Responses.setting();
        }
        if (type == Cookie.class) {
            return new Cookie.Builder("__session", "text").build();
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == TypeLiteral.class) {
            return new TypeLiteral<String>() {
            };
        }
        return type == Class.class ? String.class : "text";
    }
}
