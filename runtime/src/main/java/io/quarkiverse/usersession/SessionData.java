package io.quarkiverse.usersession;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.CLASS;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a record or another class whose objects the application stores in a session, so that a native executable can write and
 * read them: it is registered for reflection, and so are the types of its fields, its superclasses and its subclasses.
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
 * A class that is the type of an injected {@link SessionValue} doesn't need it, and outside of a native executable no class
 * does. Storing such classes takes the extension quarkus-jackson: without it the annotation does nothing, and the build says
 * so.
 */
@Documented
@Retention(CLASS)
@Target(TYPE)
public @interface SessionData {
}
