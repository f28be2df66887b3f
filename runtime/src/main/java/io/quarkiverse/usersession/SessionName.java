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
 * Asks for a further session besides the default session. Each has a cookie of its own, and settings of its own below {@code
 * quarkus.user-session."name".}; unset settings are inherited from the default session. Two things are not inherited: the name
 * of the cookie, which is {@code __name} unless {@code quarkus.user-session."name".cookie.name} is set, and whether cookies are
 * imported.
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
     * For looking a session up in a {@code jakarta.enterprise.inject.Instance}. There are only the sessions that some injection
     * point of the application names.
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
