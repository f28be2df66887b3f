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
 * Gives the requests that REST Assured sends during a test a session, made anew for each test. On a class it counts for all
 * tests that have none of their own.
 *
 * <pre>
 * &#64;Test
 * &#64;TestSession(values = { "theme=dark", "visits:=41" }, principal = "ada", roles = "admin")
 * void admins() {
 *     given().get("/back-office").then().statusCode(200);
 * }
 * </pre>
 *
 * Each request begins with this session, as it is here. To go on with what the application has answered, give the requests one
 * {@code CookieFilter} of REST Assured, which keeps cookies as a browser does.
 * <p>
 * A request that has a cookie of this name already, or a {@code Cookie} header, is sent as it is. For a session with a certain
 * age or lifetime, and for all else, use {@link TestSessions}.
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

    /** Who is signed in, as {@link SessionCookies#signedIn}; empty for nobody. */
    String principal() default "";

    /** The roles of the principal, none of them empty. */
    String[] roles() default {};

    /** The name of the session, as {@link TestSessions#named}; empty for the default one. */
    String name() default "";

    /**
     * The secret of the application where it runs in another process, as {@link TestSessions#withSecret}. Otherwise leave it
     * out.
     */
    String secret() default "";

    /** The name of the cookie, as {@link SessionCookies#cookieName(String)}. Only needed together with {@link #secret}. */
    String cookieName() default "";
}
