package io.quarkiverse.usersession.runtime.state;

import static io.quarkiverse.usersession.runtime.format.CookieOutcome.EXPIRED;
import static io.quarkiverse.usersession.runtime.format.CookieOutcome.NOT_YET_VALID;
import static io.quarkiverse.usersession.runtime.format.CookieOutcome.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.runtime.format.SessionContent;
import io.quarkiverse.usersession.runtime.format.SessionId;

class LifetimesTest {

    private static final long NOW = 1_700_000_000L;
    private static final long MAX_SECONDS = 4_294_967_295L;

    @ParameterizedTest
    @CsvSource({
            // max-age, absolute-timeout, age when issued, sealed lifetime, seconds that are left
            "3600, 0, 0, 3600, 3600",
            "1, 0, 0, 1, 1",
            "31536000, 0, 31536000, 31536000, 31536000",
            "4294967295, 0, 0, 4294967295, 4294967295",
            "3600, 0, 0, 60, 60",
            "3600, 7200, 0, 3600, 3600",
            "3600, 7200, 5000, 3600, 2200",
            "3600, 60, 0, 3600, 60",
            "3600, 7200, 7199, 60, 1" })
    void S18_theBrowserAndTheServerEndASessionInTheSameSecond(long maxAge, long absoluteTimeout, long age, long lifetime,
            long left) {
        Lifetimes lifetimes = new Lifetimes(maxAge, 0, absoluteTimeout);
        SessionContent content = content(NOW - age, NOW, lifetime);

        long sentMaxAge = lifetimes.expiresAt(content.createdAt(), content.issuedAt(), lifetime) - content.issuedAt();

        assertThat(sentMaxAge).isEqualTo(left);
        assertThat(lifetimes.check(content, NOW + sentMaxAge - 1)).isEqualTo(VALID);
        assertThat(lifetimes.check(content, NOW + sentMaxAge)).isEqualTo(EXPIRED);
        assertThat(lifetimes.check(content, NOW + sentMaxAge + MAX_SECONDS)).isEqualTo(EXPIRED);
    }

    @Test
    void aLoweredMaxAgeCountsForCookiesThatAreOut() {
        SessionContent sealedWhenItWasAnHour = content(NOW, NOW, 3600);

        assertThat(new Lifetimes(60, 0, 0).check(sealedWhenItWasAnHour, NOW + 59)).isEqualTo(VALID);
        assertThat(new Lifetimes(60, 0, 0).check(sealedWhenItWasAnHour, NOW + 60)).isEqualTo(EXPIRED);
    }

    @Test
    void aRaisedMaxAgeDoesNotProlongCookiesThatAreOut() {
        SessionContent sealedWhenItWasAMinute = content(NOW, NOW, 60);

        assertThat(new Lifetimes(3600, 0, 0).check(sealedWhenItWasAMinute, NOW + 59)).isEqualTo(VALID);
        assertThat(new Lifetimes(3600, 0, 0).check(sealedWhenItWasAMinute, NOW + 60)).isEqualTo(EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({ "0, 0", "60, 0", "0, 60", "60, 60" })
    void S19_timesUpToAMinuteAheadAreForgiven(long createdAhead, long issuedAhead) {
        SessionContent content = content(NOW + createdAhead, NOW + issuedAhead, 3600);

        assertThat(new Lifetimes(3600, 0, 0).check(content, NOW)).isEqualTo(VALID);
    }

    @ParameterizedTest
    @CsvSource({ "61, 0", "0, 61", "61, 61", "4294967295, 0", "0, 2594967295" })
    void S19_timesFurtherAheadAreNot(long createdAhead, long issuedAhead) {
        SessionContent content = content(NOW + createdAhead, NOW + issuedAhead, 3600);

        assertThat(new Lifetimes(3600, 0, 0).check(content, NOW)).isEqualTo(NOT_YET_VALID);
        assertThat(new Lifetimes(3600, 0, 0).check(content, NOW + Math.max(createdAhead, issuedAhead) - 61))
                .isEqualTo(NOT_YET_VALID);
    }

    @Test
    void S19_theSkewDoesNotProlongASession() {
        SessionContent content = content(NOW, NOW, 3600);

        assertThat(new Lifetimes(3600, 0, 0).check(content, NOW + 3600)).isEqualTo(EXPIRED);
    }

    @Test
    void S11_theAbsoluteTimeoutCountsFromCreation() {
        Lifetimes lifetimes = new Lifetimes(3600, 0, 7200);
        SessionContent renewedJustNow = content(NOW - 7100, NOW, 3600);

        assertThat(lifetimes.check(renewedJustNow, NOW + 99)).isEqualTo(VALID);
        assertThat(lifetimes.check(renewedJustNow, NOW + 100)).isEqualTo(EXPIRED);
    }

    @Test
    void renewalIsDueOnceTheSessionIsThatOld() {
        Lifetimes lifetimes = new Lifetimes(3600, 300, 0);

        assertThat(lifetimes.isRenewalDue(NOW, 3600, NOW)).isFalse();
        assertThat(lifetimes.isRenewalDue(NOW, 3600, NOW + 299)).isFalse();
        assertThat(lifetimes.isRenewalDue(NOW, 3600, NOW + 300)).isTrue();
        assertThat(lifetimes.isRenewalDue(NOW + 60, 3600, NOW)).isFalse();
    }

    @Test
    void aSessionWithAShorterLifetimeOfItsOwnIsDueAtHalfOfIt() {
        Lifetimes lifetimes = new Lifetimes(3600, 300, 0);

        assertThat(lifetimes.isRenewalDue(NOW, 200, NOW + 99)).isFalse();
        assertThat(lifetimes.isRenewalDue(NOW, 200, NOW + 100)).isTrue();
    }

    @Test
    void renewalIsNeverDueWhenItIsOff() {
        assertThat(new Lifetimes(3600, 0, 0).isRenewalDue(NOW, 3600, NOW + 3599)).isFalse();
    }

    private static SessionContent content(long createdAt, long issuedAt, long lifetime) {
        return new SessionContent(SessionId.parse("AAECAwQFBgcICQoL"), createdAt, issuedAt, lifetime, false, Map.of());
    }
}
