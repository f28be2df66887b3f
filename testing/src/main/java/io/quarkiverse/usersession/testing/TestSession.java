package io.quarkiverse.usersession.testing;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Adds a session to the requests that REST Assured sends during a test. Each test gets a new session. On a class, the
 * annotation applies to all tests without one of their own.
 *
 * <pre>
 * &#64;Test
 * &#64;TestSession(values = { "theme=dark", "visits:=41" }, principal = "ada", roles = "admin")
 * void admins() {
 *     given().get("/back-office").then().statusCode(200);
 * }
 * </pre>
 *
 * Each request starts with the session that the annotation describes. To send the session that the application has changed, use
 * the same {@code CookieFilter} of REST Assured for all requests. It keeps cookies as a browser does.
 * <p>
 * A request that already has a cookie of this name, or a {@code Cookie} header, is not changed. For a session with a certain
 * age or lifetime, and for everything else, use {@link TestSessions}.
 */
@ExtendWith(TestSessionExtension.class)
@Documented
@Inherited
@Retention(RUNTIME)
@Target({ METHOD, TYPE })
public @interface TestSession {

    /**
     * The values of the session: {@code key=text} for a text, {@code key:=json} for anything else, such as {@code visits:=41},
     * {@code newsletter:=true} or <code>cart:={"lines":[]}</code>.
     */
    String[] values() default {};

    /** The name of the user who is signed in, as in {@link SessionCookies#signedIn}; empty for nobody. */
    String principal() default "";

    /** The roles of the user, none of them empty. */
    String[] roles() default {};

    /** The name of the session, as in {@link TestSessions#named}; empty for the default session. */
    String name() default "";

    /**
     * The secret of the application if it runs in another process, as in {@link TestSessions#withSecret}. Otherwise leave it
     * out.
     */
    String secret() default "";

    /**
     * The name of the cookie, as in {@link SessionCookies#cookieName(String)}. It is needed only together with {@link #secret}.
     */
    String cookieName() default "";
}
