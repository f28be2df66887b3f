package io.quarkiverse.usersession.runtime.dev;

import java.util.List;

/**
 * What a cookie looks like, judged without a secret.
 *
 * @param name null where only a value was pasted
 * @param system the system and the format; null if it is none that is known
 * @param help what that means, in one line
 * @param properties settings that take its sessions over; empty if that can't be
 */
record DetectedCookie(String name, String system, String help, List<String> properties) {
}
