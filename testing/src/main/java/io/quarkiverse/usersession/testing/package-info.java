/**
 * Session cookies for the tests of an application. Start with {@link io.quarkiverse.usersession.testing.TestSessions}.
 * <p>
 * No argument of a method here may be null unless its documentation says so: otherwise a {@link NullPointerException} names
 * the parameter.
 */
package io.quarkiverse.usersession.testing;
