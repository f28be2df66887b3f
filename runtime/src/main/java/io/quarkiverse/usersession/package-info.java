/**
 * User sessions in an encrypted cookie. Start with {@link io.quarkiverse.usersession.UserSession}.
 */
package io.quarkiverse.usersession;
