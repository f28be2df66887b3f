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
 * Injects one value of the session. The type of the value is checked when the application is built. Use it only with
 * {@link SessionValue} and {@link StoredValue}. Add {@link SessionName} for a value of a named session.
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
 * All injection points with the same session and the same key must have the same type. Otherwise the build fails.
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({ FIELD, PARAMETER })
public @interface SessionKey {

    /** The key, as in {@link UserSession#get(String)}: any text, even an empty one. */
    String value();

    /**
     * For looking up a value instead of injecting it:
     *
     * <pre>
     * SessionValue&lt;Cart&gt; cart = CDI.current().select(new TypeLiteral&lt;SessionValue&lt;Cart&gt;&gt;() {
     * }, SessionKey.Literal.of("cart")).get();
     * </pre>
     *
     * You can look up only values that are also injected somewhere in the application, and only with the same type. For a value
     * of a named session, add {@link SessionName.Literal}.
     */
    final class Literal extends AnnotationLiteral<SessionKey> implements SessionKey {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = Objects.requireNonNull(value, "key must not be null");
        }

        /**
         * @param key the key of the value: any text, even an empty one
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
