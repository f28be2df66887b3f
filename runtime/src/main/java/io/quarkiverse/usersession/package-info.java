/**
 * User sessions in an encrypted cookie. Start with {@link io.quarkiverse.usersession.UserSession}.
 * <p>
 * Arguments of methods must not be null, unless the documentation of the method allows it. A null argument causes a
 * {@link NullPointerException} that names the parameter. There is one exception: a null value for {@code set} or {@code flash}
 * causes a {@link io.quarkiverse.usersession.SessionValueException} that names the session and the key.
 */
package io.quarkiverse.usersession;
