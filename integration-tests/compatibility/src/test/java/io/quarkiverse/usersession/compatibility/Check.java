package io.quarkiverse.usersession.compatibility;

import org.junit.jupiter.api.function.Executable;

/**
 * What must hold in an application that has an extension.
 *
 * @param extension the name of the extension without "quarkus-"
 */
record Check(String extension, String name, Executable test) {
}
