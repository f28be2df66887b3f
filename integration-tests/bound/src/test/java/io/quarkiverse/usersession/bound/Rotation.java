package io.quarkiverse.usersession.bound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.usersession.testsupport.PackagedArtifact;
import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** The packaged application, with one secret after the other. */
final class Rotation implements AutoCloseable {

    static final String OLD = "Zr7Xc2Qm9Tf4Wk8Lb1Yd6Hn3Vs5Gp0JaEu";
    static final String NEW = "Hd5Vb8Pz3Ks7Rn2Wq9Xf4Lt1Mc6Yg0JeAo";

    private final Map<String, String> settings;
    private PackagedProcess process;

    /** @param settings as environment variables */
    Rotation(Map<String, String> settings) {
        this.settings = settings;
    }

    void oldSecret() throws IOException {
        start(Map.of("SESSION_SECRET", OLD));
    }

    void newSecretAndTheOldOneAccepted() throws IOException {
        start(Map.of("SESSION_SECRET", NEW, "QUARKUS_USER_SESSION_ACCEPTED_SECRETS", OLD));
    }

    void newSecret() throws IOException {
        start(Map.of("SESSION_SECRET", NEW));
    }

    private void start(Map<String, String> secrets) throws IOException {
        close();
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(secrets);
        process = PackagedProcess.start(PackagedArtifact.last().command(), Path.of("target"), environment);
    }

    PackagedProcess process() {
        return process;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
