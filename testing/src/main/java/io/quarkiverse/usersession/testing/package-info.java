/**
 * Session cookies for the tests of an application. Start with {@link io.quarkiverse.usersession.testing.TestSessions}.
 * <p>
 * Arguments of methods must not be null, unless the documentation of the method allows it. A null argument causes a
 * {@link NullPointerException} that names the parameter.
 */
package io.quarkiverse.usersession.testing;
