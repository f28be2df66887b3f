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
 * Lets only users in who have {@linkplain UserSession#signIn signed in} recently, for what is worth asking for the password
 * again: changing it, adding a second factor, paying, deleting an account (OWASP ASVS 5.0, 7.5.1 and 7.5.3).
 *
 * <pre>
 * &#64;POST
 * &#64;Path("/password")
 * &#64;RecentSignIn("10M")
 * public Response change(&#64;FormParam("password") String password) {
 * </pre>
 *
 * A user whose sign-in is older gets the answer that anonymous users get: browsers are sent to
 * {@code quarkus.user-session.sign-in.login-page}, everything else gets a 401, and a 503 while the store of sign-ins is
 * unavailable. The session stays as it is: once they have {@linkplain UserSession#signIn signed in} again it has a new id and
 * its data, and {@link UserSession#takeWantedLocation} leads back to the page, or to the page with the form that was submitted.
 * <p>
 * The user of the request must come from the session, and from the very sign-in that is in it. A user whom another
 * authentication mechanism has found doesn't pass, whatever the session says, and neither does one who signs in while
 * this request, which has another user, is being served. A {@code SecurityIdentityAugmentor} has to keep the attributes of the
 * identity, as {@code QuarkusSecurityIdentity.builder(identity)} does.
 * <p>
 * On a class it holds for all methods of the class and of its subclasses; that of a method counts more. The methods may be of
 * any kind: blocking, on virtual threads, or returning a {@code Uni}, a {@code Multi} or a {@code CompletionStage}. Methods
 * that nothing can intercept fail the build: private and static ones, those of interfaces, and those of classes that are not
 * beans. {@code @RolesAllowed} and {@code @Authenticated} are checked before. Without an HTTP request nobody passes.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RUNTIME)
@Target({ TYPE, METHOD })
public @interface RecentSignIn {

    /**
     * How long ago the user may have signed in: a duration of Quarkus such as {@code 10M}, {@code 1H} or {@code PT90S}, longer
     * than zero. The build fails for anything else.
     */
    @Nonbinding
    String value();
}
