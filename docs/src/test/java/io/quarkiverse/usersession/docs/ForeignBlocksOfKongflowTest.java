package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ForeignBlocksOfKongflowTest.Import.class)
@EnabledIf(value = "haveRun", disabledReason = ForeignBlocks.NOT_RUN)
class ForeignBlocksOfKongflowTest extends ForeignBlocksTest {

    private static final ForeignBlocks BLOCKS = new ForeignBlocks("kongflow/session.go",
            "kongflow/src/kongflow/backend/session.go");

    public static class Import implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.config.locations", Guide.EXAMPLES.resolve("properties/kongflow.properties").toString(),
                    "KONGFLOW_SESSION_SECRET", ForeignBlocks.SECRET,
                    "quarkus.user-session.\"onboarding\".cookie.path", "/",
                    "quarkus.user-session.\"onboarding\".import.format", "gorilla");
        }
    }

    ForeignBlocksOfKongflowTest() {
        super(BLOCKS);
    }

    static boolean haveRun() {
        return BLOCKS.haveRun();
    }

    @Test
    void flashesAreOneFlashValueHere() {
        OpenedSession session = flashing();

        assertThat(session.data()).isEqualTo(Map.of("userID", "u1", "_flash", List.of("Saved")));
        assertThat(session.flashKeys()).containsExactly("_flash");
    }
}
