package io.quarkiverse.usersession;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Objects;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;

/**
 * Asks for one value of the session, of a type that is checked when the application is built. It goes with
 * {@link SessionValue} and {@link StoredValue} only, and with {@link SessionName} beside it the value is one of that session.
 *
 * <pre>
 * &#64;Inject
 * &#64;SessionKey("cart")
 * SessionValue&lt;Cart&gt; cart;
 *
 * &#64;Inject
 * &#64;SessionName("onboarding")
 * &#64;SessionKey("answers")
 * SessionValue&lt;List&lt;Answer&gt;&gt; answers;
 * </pre>
 *
 * All injection points with the same session and the same key must have the same type, or the build fails.
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({ FIELD, PARAMETER })
public @interface SessionKey {

    /** The key, as in {@link UserSession#get(String)}: any text, the empty one included. */
    String value();

    /**
     * For looking a value up instead of injecting it:
     *
     * <pre>
     * SessionValue&lt;Cart&gt; cart = CDI.current().select(new TypeLiteral&lt;SessionValue&lt;Cart&gt;&gt;() {
     * }, SessionKey.Literal.of("cart")).get();
     * </pre>
     *
     * There are only the values that some injection point of the application asks for, each with the type that it has there.
     * For a
     * value of a session with a name, add {@link SessionName.Literal}.
     */
    final class Literal extends AnnotationLiteral<SessionKey> implements SessionKey {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = Objects.requireNonNull(value, "key must not be null");
        }

        /**
         * @param key the key of the value, the empty text included
         * @throws NullPointerException if the key is null
         */
        public static Literal of(String key) {
            return new Literal(key);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
