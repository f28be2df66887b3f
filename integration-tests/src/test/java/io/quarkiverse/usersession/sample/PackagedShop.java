package io.quarkiverse.usersession.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import io.quarkiverse.usersession.testsupport.PackagedArtifact;
import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** The shop that Quarkus has packaged last. */
final class PackagedShop {

    private PackagedShop() {
    }

    /** @param directory for what it prints */
    static PackagedProcess start(Path directory, Map<String, String> environment) throws IOException {
        return PackagedProcess.start(PackagedArtifact.last().command(), directory, environment);
    }
}
