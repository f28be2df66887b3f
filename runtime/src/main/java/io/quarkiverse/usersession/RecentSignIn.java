package io.quarkiverse.usersession;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * Allows a call only to users who have {@linkplain UserSession#signIn signed in} recently. Use it where users should enter
 * their password again: to change it, to add a second factor, to pay, or to delete the account (OWASP ASVS 5.0, 7.5.1 and
 * 7.5.3).
 *
 * <pre>
 * &#64;POST
 * &#64;Path("/password")
 * &#64;RecentSignIn("10M")
 * public Response change(&#64;FormParam("password") String password) {
 * </pre>
 *
 * A user whose sign-in is older gets the same response as an anonymous user: browsers are sent to
 * {@code quarkus.user-session.sign-in.login-page}, and other requests get a 401. If the sign-in store can't confirm a
 * recent sign-in, the response is a 503, even with {@code quarkus.user-session.sign-in.store.unavailable=accept}. The session
 * keeps its data. When the user {@linkplain UserSession#signIn signs in} again, the session gets a new id, and
 * {@link UserSession#takeWantedLocation} returns the page, or the page with the form that was submitted.
 * <p>
 * The user of the request must come from the session, and from its current sign-in. If another authentication mechanism has
 * authenticated the user, the call is refused, whatever is in the session. A user who signs in during this request is allowed
 * only from the next request on. A {@code SecurityIdentityAugmentor} must keep the attributes of the identity, as
 * {@code QuarkusSecurityIdentity.builder(identity)} does.
 * <p>
 * On a class, the annotation applies to all methods of the class and of its subclasses. An annotation on a method overrides it.
 * Methods may block, run on virtual threads, or return a {@code Uni}, a {@code Multi} or a {@code CompletionStage}. The build
 * fails for methods that can't be intercepted: private and static methods, methods of interfaces, and methods of classes that
 * are not beans. As with {@code @RolesAllowed}, only beans are checked, and not objects that the application creates with
 * {@code new}. {@code @RolesAllowed} and {@code @Authenticated} are checked first. Outside of an HTTP request, every call is
 * refused.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RUNTIME)
@Target({ TYPE, METHOD })
public @interface RecentSignIn {

    /**
     * How long ago the user may have signed in: a duration as in the configuration of Quarkus, such as {@code 10M}, {@code 1H}
     * or {@code PT90S}. It must be longer than zero. The build fails for anything else.
     */
    @Nonbinding
    String value();
}
