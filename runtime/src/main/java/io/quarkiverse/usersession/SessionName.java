package io.quarkiverse.usersession;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Objects;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;

/**
 * Injects a named session instead of the default session. Each named session has its own cookie, and its own settings below
 * {@code quarkus.user-session."name".}. Unset settings are inherited from the default session, with two exceptions: the name of
 * the cookie, which is {@code __name} unless {@code quarkus.user-session."name".cookie.name} is set, and the import of cookies.
 *
 * <pre>
 * &#64;Inject
 * &#64;SessionName("onboarding")
 * UserSession onboarding;
 * </pre>
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({ FIELD, METHOD, PARAMETER, TYPE })
public @interface SessionName {

    /** The name of the session, not empty. */
    String value();

    /**
     * For looking up a session in a {@code jakarta.enterprise.inject.Instance}. You can look up only sessions that are also
     * injected somewhere in the application.
     */
    final class Literal extends AnnotationLiteral<SessionName> implements SessionName {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = Objects.requireNonNull(value, "name must not be null");
        }

        public static Literal of(String name) {
            return new Literal(name);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
