package io.quarkiverse.usersession.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.usersession.testsupport.Browser;
import io.quarkiverse.usersession.testsupport.PackagedProcess;

/** The secret is replaced on two replicas, one after the other, while a visitor is sent to one or the other of them. */
class RolloutIT {

    private static final String OLDER = "pB7yMw3Kz9Xt5Qv1Nc8Hd4Rf6Lj2Gs0Ea";
    private static final String OLD = "kX4vTq9Zb2Wn7Lc5Yd8Rf1Hm6Js3Gp0Ua";
    private static final String NEW = "wV5nC9r2LqK8xTz0mYb4Jd7Hs1Pf6Ga3";

    private static final Map<String, String> BEFORE = secrets(OLD, OLDER);
    private static final Map<String, String> STEP_ONE = secrets(OLD, OLDER + ", " + NEW);
    private static final Map<String, String> STEP_ONE_REORDERED = secrets(OLD, NEW + "," + OLDER);
    private static final Map<String, String> STEP_TWO = secrets(NEW, OLDER + "," + OLD);
    private static final Map<String, String> STEP_TWO_REORDERED = secrets(NEW, " " + OLD + ",\n" + OLDER + "\n");

    @TempDir
    Path directory;

    private final Browser visitor = new Browser();
    private int visits;

    @Test
    void S30_nobodyLosesTheirSessionWhenTheSecretIsReplacedInTwoSteps() throws Exception {
        visitBoth(List.of(BEFORE, STEP_ONE));
        visitBoth(List.of(STEP_ONE_REORDERED, STEP_ONE));
        visitBoth(List.of(STEP_ONE_REORDERED, STEP_TWO));
        visitBoth(List.of(STEP_TWO_REORDERED, STEP_TWO));
    }

    private void visitBoth(List<Map<String, String>> secrets) throws IOException, InterruptedException {
        try (PackagedProcess one = PackagedShop.start(directory, secrets.get(0));
                PackagedProcess other = PackagedShop.start(directory, secrets.get(1))) {
            int[] ports = { one.port(), other.port() };
            for (int i = 0; i < 6; i++) {
                String page = visitor.get("http://localhost:" + ports[i % 2] + "/").asString();

                assertThat(page).contains("This is your visit number " + ++visits + ".");
            }
        }
    }

    private static Map<String, String> secrets(String secret, String accepted) {
        return Map.of("SESSION_SECRET", secret, "QUARKUS_USER_SESSION_ACCEPTED_SECRETS", accepted);
    }
}
