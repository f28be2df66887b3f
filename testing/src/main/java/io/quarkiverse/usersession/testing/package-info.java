/**
 * Session cookies for the tests of an application. Start with {@link io.quarkiverse.usersession.testing.TestSessions}.
 */
package io.quarkiverse.usersession.testing;
