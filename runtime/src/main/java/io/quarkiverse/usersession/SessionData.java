package io.quarkiverse.usersession;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.CLASS;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a record or another class whose objects the application stores in a session, so that a native executable can write and
 * read them. The build registers it for reflection, with the types of its fields, its superclasses and its subclasses.
 *
 * <pre>
 * &#64;SessionData
 * record Cart(List&lt;Line&gt; lines) {
 * }
 *
 * session.set("cart", cart);
 * session.get("cart", Cart.class);
 * </pre>
 *
 * A class that is the type of an injected {@link SessionValue} doesn't need this annotation. On the JVM, no class does. Storing
 * such classes requires the extension quarkus-jackson. Without it the annotation has no effect, and the build logs a warning.
 */
@Documented
@Retention(CLASS)
@Target(TYPE)
public @interface SessionData {
}
