package io.quarkiverse.usersession.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.usersession.testing.OpenedSession;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ForeignBlocksOfTriggerDevTest.Import.class)
@EnabledIf(value = "haveRun", disabledReason = ForeignBlocks.NOT_RUN)
class ForeignBlocksOfTriggerDevTest extends ForeignBlocksTest {

    private static final ForeignBlocks BLOCKS = new ForeignBlocks("trigger-dev/session.ts", "trigger-dev/session.ts");

    public static class Import implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.config.locations", Guide.EXAMPLES.resolve("properties/trigger-dev.properties").toString(),
                    "REMIX_SESSION_SECRET", ForeignBlocks.SECRET,
                    "quarkus.user-session.\"onboarding\".cookie.path", "/",
                    "quarkus.user-session.\"onboarding\".import.format", "remix");
        }
    }

    ForeignBlocksOfTriggerDevTest() {
        super(BLOCKS);
    }

    static boolean haveRun() {
        return BLOCKS.haveRun();
    }

    @Test
    void aSessionWithoutARequestIsThatOfItsCookie() {
        assertThat(BLOCKS.result("without-request")).isEqualTo("u1");
    }

    @Test
    void flashValuesAreFlashValuesHere() {
        OpenedSession session = flashing();

        assertThat(session.data()).isEqualTo(Map.of("userID", "u1", "message", "Saved"));
        assertThat(session.flashKeys()).containsExactly("message");
    }
}
