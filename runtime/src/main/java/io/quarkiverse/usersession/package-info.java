/**
 * User sessions in an encrypted cookie. Start with {@link io.quarkiverse.usersession.UserSession}.
 * <p>
 * No argument of a method here may be null unless its documentation says so: otherwise a {@link NullPointerException} names
 * the parameter. Only for the value of {@code set} and {@code flash}, null is a
 * {@link io.quarkiverse.usersession.SessionValueException} that names session and key.
 */
package io.quarkiverse.usersession;
