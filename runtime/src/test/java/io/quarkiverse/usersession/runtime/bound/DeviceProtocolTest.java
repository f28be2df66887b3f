package io.quarkiverse.usersession.runtime.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.runtime.crypto.Randomness;

class DeviceProtocolTest {

    private static final String OLD_SECRET = "Jm3v9QxT7bLw2Zc8Rn5Kd1Hy6Gp4Fs0a";
    private static final String NEW_SECRET = "Tz6Rk1Wq8Nf3Xb5Yd0Lh7Vc2Js9Gm4Pa";
    private static final KeyRing KEYS = KeyRing.of(OLD_SECRET);
    private static final Randomness RANDOM = new SecureRandom()::nextBytes;
    private static final String SIGN_IN = "c2lnbi1pbi1pZC0x";
    private static final String OTHER_SIGN_IN = "c2lnbi1pbi1pZC0y";
    private static final SessionOfRequest SESSION = SessionOfRequest.of(SIGN_IN);
    private static final long NOW = 1_700_000_000L;

    private final DeviceProtocol protocol = protocol(KEYS);
    private final Device device = new Device();

    @Test
    void aRegistrationGivesAProofAndInstructions() {
        DeviceAnswer answer = register(protocol, device.registers(protocol.offer(SIGN_IN, NOW)), NOW);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.proofOf()).isEqualTo(SIGN_IN);
        assertThat(answer.json()).containsEntry("session_identifier", answer.identifier());
        assertThat(answer.challenge()).isNotNull();
        assertThat(answer.offer()).isNull();
    }

    @Test
    void aRegistrationNeedsAnOfferedChallengeSignedWithTheKeyThatItBrings() {
        String offer = protocol.offer(SIGN_IN, NOW);
        String header = "{\"typ\":\"dbsc+jwt\",\"alg\":\"ES256\",\"jwk\":" + new Device().jwk() + "}";
        String refreshChallenge = registered().challenge();

        for (String proof : new String[] { null, "", "garbage", device.signs(offer), device.registers("garbage"),
                device.registers(refreshChallenge), device.signs(header, "{\"jti\":\"" + offer + "\"}"),
                device.registers(protocol(KeyRing.of(NEW_SECRET)).offer(SIGN_IN, NOW)),
                device.registers(new DeviceProtocol("__other-proof", KEYS, RANDOM, 0).offer(SIGN_IN, NOW)) }) {
            assertThat(register(protocol, proof, NOW)).isSameAs(DeviceAnswer.REFUSED);
        }
    }

    @Test
    void anOfferIsGoodForFiveMinutes() {
        String proof = device.registers(protocol.offer(SIGN_IN, NOW));

        assertThat(register(protocol, proof, NOW + 299).status()).isEqualTo(200);
        assertThat(register(protocol, proof, NOW + 300)).isSameAs(DeviceAnswer.REFUSED);
    }

    @Test
    void aRefreshWithoutAProofGetsAChallenge() {
        String identifier = registered().identifier();

        DeviceAnswer answer = protocol.refresh(identifier, null, SESSION, true, NOW);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.identifier()).isEqualTo(identifier);
        assertThat(answer.proofOf()).isNull();
        assertThat(protocol.refresh(identifier, device.signs(answer.challenge()), SESSION, true, NOW).proofOf())
                .isEqualTo(SIGN_IN);
    }

    @Test
    void aSignedChallengeIsGoodMoreThanOnce() {
        DeviceAnswer registered = registered();
        String proof = device.signs(registered.challenge());

        assertThat(protocol.refresh(registered.identifier(), proof, SESSION, true, NOW + 1).proofOf()).isEqualTo(SIGN_IN);
        assertThat(protocol.refresh(registered.identifier(), proof, SESSION, true, NOW + 149).challenge()).isNull();
        assertThat(protocol.refresh(registered.identifier(), proof, SESSION, true, NOW + 151).challenge()).isNotNull();
    }

    @Test
    void aStaleOrWrongProofGetsAnotherChallenge() {
        DeviceAnswer registered = registered();
        String identifier = registered.identifier();
        DeviceAnswer other = register(protocol, device.registers(protocol.offer(OTHER_SIGN_IN, NOW)), NOW);

        assertThat(protocol.refresh(identifier, device.signs(registered.challenge()), SESSION, true, NOW + 300).status())
                .isEqualTo(403);
        for (String proof : List.of("", "garbage", device.signs("garbage"), new Device().signs(registered.challenge()),
                device.signs(protocol.offer(SIGN_IN, NOW)), device.signs(other.challenge()),
                new Device().registers(registered.challenge()))) {
            DeviceAnswer answer = protocol.refresh(identifier, proof, SESSION, true, NOW);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.proofOf()).isNull();
            assertThat(answer.challenge()).isNotNull();
        }
    }

    @Test
    void anotherSignInEndsTheFormerOne() {
        DeviceAnswer registered = registered();
        String proof = device.signs(registered.challenge());

        DeviceAnswer answer = protocol.refresh(registered.identifier(), proof, SessionOfRequest.of(OTHER_SIGN_IN), true, NOW);

        assertThat(answer).isEqualTo(DeviceAnswer.ended(
                Map.of("session_identifier", registered.identifier(), "continue", false), false));
    }

    @Test
    void aSignOutEndsIt() {
        DeviceAnswer registered = registered();
        String proof = device.signs(registered.challenge());
        Map<String, Object> end = Map.of("session_identifier", registered.identifier(), "continue", false);

        assertThat(protocol.refresh(registered.identifier(), proof, SessionOfRequest.ABSENT, true, NOW))
                .isEqualTo(DeviceAnswer.ended(end, true));
        assertThat(protocol.refresh(registered.identifier(), proof, SessionOfRequest.of(null), true, NOW))
                .isEqualTo(DeviceAnswer.ended(end, true));
        assertThat(protocol.refresh(registered.identifier(), proof, SessionOfRequest.of(null), false, NOW))
                .isEqualTo(DeviceAnswer.ended(end, false));
    }

    @Test
    void aRefreshThatAnotherSiteHasCausedComesWithoutCookies() {
        DeviceAnswer registered = registered();

        assertThat(protocol.refresh(registered.identifier(), device.signs(registered.challenge()), SessionOfRequest.ABSENT,
                false, NOW).proofOf()).isEqualTo(SIGN_IN);
    }

    @Test
    void troubleThatAnotherReplicaMayNotHaveDoesNotEndIt() {
        DeviceAnswer registered = registered();
        DeviceProtocol unaware = protocol(KeyRing.of(NEW_SECRET));

        assertThat(unaware.refresh(registered.identifier(), null, SessionOfRequest.UNKNOWN, true, NOW))
                .isSameAs(DeviceAnswer.UNAVAILABLE);
        assertThat(unaware.refresh(registered.identifier(), null, SessionOfRequest.ABSENT, false, NOW))
                .isSameAs(DeviceAnswer.UNAVAILABLE);
        assertThat(protocol.refresh(registered.identifier(), null, SessionOfRequest.UNKNOWN, true, NOW))
                .isSameAs(DeviceAnswer.UNAVAILABLE);
        assertThat(unaware.refresh(registered.identifier(), null, SESSION, true, NOW))
                .as("that of a secret which is no longer accepted, beside a newer sign-in").isSameAs(DeviceAnswer.REFUSED);
    }

    @Test
    void anIdentifierThatIsNoneOfOursIsRefused() {
        DeviceAnswer registered = registered();
        String identifier = registered.identifier();
        String other = new DeviceProtocol("__other-proof", KEYS, RANDOM, 0)
                .refresh(identifier, null, SESSION, true, NOW).identifier();

        assertThat(other).isNull();
        for (String odd : new String[] { null, "", "garbage", identifier + "A", identifier.substring(1),
                registered.challenge(), protocol.offer(SIGN_IN, NOW),
                identifier.substring(0, 60) + (identifier.charAt(60) == 'x' ? 'y' : 'x') + identifier.substring(61) }) {
            assertThat(protocol.refresh(odd, device.signs(registered.challenge()), SESSION, true, NOW))
                    .isSameAs(DeviceAnswer.REFUSED);
        }
    }

    @Test
    void endsWithTheAbsoluteTimeout() {
        DeviceProtocol limited = new DeviceProtocol("__session-proof", KEYS, RANDOM, 1000);
        String identifier = register(limited, device.registers(limited.offer(SIGN_IN, NOW)), NOW).identifier();

        assertThat(limited.refresh(identifier, null, SESSION, true, NOW + 999).status()).isEqualTo(403);
        assertThat(limited.refresh(identifier, null, SESSION, true, NOW + 1000)).isSameAs(DeviceAnswer.REFUSED);
        assertThat(protocol.refresh(registered().identifier(), null, SESSION, true, NOW + 100_000_000).status())
                .isEqualTo(403);
    }

    @Test
    void theAbsoluteTimeoutMayBeBeyondTheLastTimeThatFits() {
        DeviceProtocol century = new DeviceProtocol("__session-proof", KEYS, RANDOM, 3_153_600_000L);
        String identifier = register(century, device.registers(century.offer(SIGN_IN, NOW)), NOW).identifier();

        assertThat(century.refresh(identifier, null, SESSION, true, NOW + 100_000_000).status()).isEqualTo(403);
    }

    @Test
    void anIdentifierOfAnAcceptedSecretIsReplaced() {
        DeviceAnswer registered = registered();
        DeviceProtocol rotated = protocol(KeyRing.of(NEW_SECRET, List.of(OLD_SECRET)));

        DeviceAnswer refreshed = rotated.refresh(registered.identifier(), device.signs(registered.challenge()), SESSION, true,
                NOW);
        DeviceAnswer again = register(rotated, device.registers(refreshed.offer()), NOW);

        assertThat(refreshed.proofOf()).isEqualTo(SIGN_IN);
        assertThat(refreshed.json()).as("or the browser would have two").containsEntry("continue", false);
        assertThat(again.proofOf()).isEqualTo(SIGN_IN);
        assertThat(rotated.refresh(again.identifier(), device.signs(again.challenge()), SESSION, true, NOW).offer()).isNull();
        assertThat(rotated.refresh(registered.identifier(), null, SESSION, true, NOW).offer()).as("without a proof").isNull();
    }

    @Test
    void knowsItsOwnSessionAmongThoseThatWereSkipped() {
        String identifier = registered().identifier();

        assertThat(protocol.isOneOf(List.of("garbage", identifier), SIGN_IN, NOW)).isTrue();
        assertThat(protocol.isOneOf(List.of(identifier), OTHER_SIGN_IN, NOW)).isFalse();
        assertThat(protocol.isOneOf(List.of(), SIGN_IN, NOW)).isFalse();
    }

    @Test
    void S5_nothingSecretIsInATextForLogs() {
        DeviceAnswer answer = registered();

        assertThat(answer + " " + SESSION + " " + new SealedSignIn(SIGN_IN, 0, true) + JsonMembers.read("{}".getBytes()))
                .doesNotContain(SIGN_IN, answer.identifier(), answer.challenge());
    }

    private DeviceAnswer registered() {
        return register(protocol, device.registers(protocol.offer(SIGN_IN, NOW)), NOW);
    }

    private static DeviceAnswer register(DeviceProtocol protocol, String proof, long now) {
        return protocol.register(proof, now, identifier -> DeviceInstructions.session(identifier, "/dbsc/refresh",
                "__session-proof", "Path=/; Secure", List.of()));
    }

    private static DeviceProtocol protocol(KeyRing keys) {
        return new DeviceProtocol("__session-proof", keys, RANDOM, 0);
    }
}
