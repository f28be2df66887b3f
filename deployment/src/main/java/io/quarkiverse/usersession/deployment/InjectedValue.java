package io.quarkiverse.usersession.deployment;

import org.jboss.jandex.Type;

/**
 * A session value that the application injects.
 *
 * @param session the name of its session
 * @param type without annotations
 * @param place one of those where it is injected, for messages
 */
record InjectedValue(String session, String key, Type type, String place) {
}
