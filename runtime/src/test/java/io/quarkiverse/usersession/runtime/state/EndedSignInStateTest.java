package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usersession.UserSession;
import io.quarkiverse.usersession.runtime.crypto.KeyRing;
import io.quarkiverse.usersession.testsupport.CapturedLog;

/** What a session does about sign-ins that are remembered outside of its cookie. */
class EndedSignInStateTest {

    private final Registry registry = new Registry();
    private final Browser browser = new Browser(config -> {
        config.maxAge = Duration.ofMinutes(30);
        config.renewAfter = Duration.ofMinutes(5);
    }).with(SignInSupport.ON).with(registry);

    @Test
    void S37_theIdOfASignInStaysWhenTheSessionIsRenewed() {
        String id = signIn("ada");

        browser.request(session -> session.renew());

        assertThat(signInId()).isEqualTo(id);
    }

    @Test
    void aNewSignInHasANewId() {
        String id = signIn("ada");

        assertThat(signIn("ada")).isNotEqualTo(id).hasSize(16);
    }

    @Test
    void whoSignsInIsRegisteredWithTheirBrowser() {
        String id = signIn("ada");

        assertThat(registry.events).containsExactly("begin " + id + " by Firefox");
    }

    @Test
    void aSignInThatIsReplacedByOneOfTheSameUserEndsLater() {
        String former = signIn("ada");
        String id = signIn("ada");

        assertThat(registry.events).containsExactly("begin " + former + " by Firefox", "begin " + id + " by Firefox",
                "replace " + former);
    }

    @Test
    void aSignInThatIsReplacedByOneOfAnotherUserEndsNow() {
        String former = signIn("ada");
        String id = signIn("bob");

        assertThat(registry.events).containsExactly("begin " + former + " by Firefox", "begin " + id + " by Firefox",
                "end " + former);
    }

    @Test
    void signOutAndDestroyEndTheSignIn() {
        String first = signIn("ada");
        browser.request(UserSession::signOut);
        String second = signIn("ada");
        browser.request(UserSession::destroy);

        assertThat(registry.events).contains("end " + first, "end " + second).hasSize(4);
    }

    @Test
    void whoIsNotSignedInEndsNothing() {
        browser.request(session -> session.set("cart", 3));
        browser.request(UserSession::destroy);

        assertThat(registry.events).isEmpty();
    }

    @Test
    void aSignOutWithAnEndedSignInStillExpiresTheCookie() {
        signIn("ada");

        Commit commit = browser.request(UserSession::signOut);

        assertThat(registry.ended).hasSize(1);
        assertThat(commit.kind()).isEqualTo(Commit.Kind.EXPIRE);
    }

    @Test
    void aSessionWhoseSignInIsNotConfirmedIsNotRenewed() {
        signIn("ada");
        browser.later(Duration.ofMinutes(6));

        assertThat(browser.request(UserSession::id).kind()).isEqualTo(Commit.Kind.NONE);
        assertThat(confirmed(UserSession::id).kind()).isEqualTo(Commit.Kind.RENEW);
    }

    @Test
    void anAnonymousSessionIsRenewedAsEver() {
        browser.request(session -> session.set("cart", 3));
        browser.later(Duration.ofMinutes(6));

        assertThat(browser.request(UserSession::id).kind()).isEqualTo(Commit.Kind.RENEW);
    }

    /** Its time must not be handed on from cookie to cookie. */
    @Test
    void aCookieFromAReplicaWhoseClockIsFastIsWrittenWithTheOwnClock() {
        browser.request(session -> session.set("cart", 3));
        browser.later(Duration.ofSeconds(-30));

        assertThat(browser.request(session -> session.set("cart", 4)).maxAge()).isEqualTo(1800);
        signIn("ada");
        browser.later(Duration.ofSeconds(-30));
        assertThat(confirmed(session -> session.set("cart", 5)).maxAge()).isEqualTo(1800);
    }

    @Test
    void aSessionThatIsWrittenWithoutConfirmationKeepsItsExpiry() {
        signIn("ada");
        long issued = browser.content().issuedAt();
        browser.later(Duration.ofMinutes(10));

        Commit set = browser.request(session -> session.set("cart", 3));
        Commit renew = browser.request(session -> {
            session.renew();
            assertThat(session.expiresAt().getEpochSecond()).isEqualTo(issued + 1800);
        });

        for (Commit commit : List.of(set, renew)) {
            assertThat(commit.kind()).isEqualTo(Commit.Kind.SET);
            assertThat(commit.maxAge()).isEqualTo(1200);
            assertThat(commit.content().issuedAt() + commit.content().lifetime()).isEqualTo(issued + 1800);
        }
        browser.later(Duration.ofMinutes(20));
        browser.request(session -> assertThat(session.isNew()).isTrue());
    }

    @Test
    void anOwnLifetimeCanOnlyShortenASessionThatIsNotConfirmed() {
        signIn("ada");
        browser.later(Duration.ofMinutes(10));

        assertThat(browser.request(session -> session.maxAge(Duration.ofMinutes(25))).maxAge()).isEqualTo(1200);
        assertThat(browser.request(session -> session.maxAge(Duration.ofMinutes(15))).maxAge()).isEqualTo(900);
        assertThat(browser.request(session -> session.maxAge(Duration.ofMinutes(25))).maxAge()).isEqualTo(900);
    }

    @Test
    void aLongerOwnLifetimeIsNotSealedIntoASessionThatIsNotConfirmed() {
        browser.request(session -> session.signIn("ada", Set.of()).maxAge(Duration.ofMinutes(10)));
        long expiry = sealedExpiry();
        browser.later(Duration.ofMinutes(5));

        browser.request(session -> session.maxAge(Duration.ofMinutes(25)));

        assertThat(sealedExpiry()).isEqualTo(expiry);
        browser.later(Duration.ofMinutes(5));
        browser.request(session -> assertThat(session.isNew()).isTrue());
    }

    @Test
    void aRaisedMaxAgeIsNotSealedIntoASessionThatIsNotConfirmed() {
        signIn("ada");
        long expiry = sealedExpiry();
        browser.later(Duration.ofMinutes(10));
        browser.restart(config -> config.maxAge = Duration.ofDays(365));

        browser.request(session -> session.set("cart", 3));

        assertThat(sealedExpiry()).isEqualTo(expiry);
    }

    @Test
    void S41_whatIsCommittedByHandAfterTheEndIsNotTheSessionThatHasEnded() {
        String id = signIn("ada");
        browser.later(Duration.ofMinutes(10));
        Browser.Request underWay = browser.begin();
        underWay.session.judged(underWay.session.signedIn(), Judgement.CONFIRMED);
        underWay.session.set("cart", 3);
        registry.ended.add(id);

        Commit commit = underWay.session.commitNow();

        assertThat(commit.content().entries()).isEmpty();
    }

    @Test
    void aWriteThatIsConfirmedHasAFreshLifetime() {
        signIn("ada");
        browser.later(Duration.ofMinutes(10));

        assertThat(confirmed(session -> session.set("cart", 3)).maxAge()).isEqualTo(1800);
    }

    @Test
    void S40_aSlowRequestDoesNotReviveASignInThatIsEndedMeanwhile() {
        signIn("ada");
        browser.later(Duration.ofMinutes(20));
        Browser.Request slow = beginConfirmed();
        slow.session.set("cart", 3);
        browser.later(Duration.ofMinutes(30));

        try (CapturedLog log = new CapturedLog()) {
            assertThat(slow.respond().kind()).as("a cookie of a newer sign-in stays").isEqualTo(Commit.Kind.NONE);
            assertThat(log.messages("WARN"))
                    .containsExactly("Session 'default': changes made by /shop/cart were lost, because the"
                            + " session expired before the response began. Respond earlier, or let the session live longer with max-age or"
                            + " absolute-timeout");
        }
        browser.request(session -> assertThat(session.isNew()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({ "20000, 1800", "20001, 1780", "599000, 1201", "1799000, 1" })
    void aConfirmationCountsForTwentySeconds(long millis, long maxAge) {
        signIn("ada");
        browser.later(Duration.ofMinutes(10));
        Browser.Request slow = beginConfirmed();
        slow.session.set("cart", 3);
        browser.later(Duration.ofMillis(millis));
        long expiresAt = slow.session.expiresAt().getEpochSecond();

        Commit commit = slow.respond();

        assertThat(commit.kind()).isEqualTo(Commit.Kind.SET);
        assertThat(commit.maxAge()).isEqualTo(maxAge);
        assertThat(sealedExpiry()).isEqualTo(expiresAt).isEqualTo(browser.now().getEpochSecond() + maxAge);
    }

    @Test
    void aSlowRequestThatIsConfirmedAnewBeforeItIsAnsweredHasAFreshLifetime() {
        signIn("ada");
        browser.later(Duration.ofMinutes(10));
        Browser.Request slow = beginConfirmed();
        slow.session.set("cart", 3);
        browser.later(Duration.ofMinutes(5));

        slow.session.judged(slow.session.signedIn(), Judgement.CONFIRMED);

        assertThat(slow.respond().maxAge()).isEqualTo(1800);
    }

    @Test
    void aSlowRequestThatWasConfirmedIsNotLostBecauseItsCookieHasExpiredMeanwhile() {
        signIn("ada");
        browser.later(Duration.ofMinutes(4));
        Browser.Request upload = beginConfirmed();
        upload.session.set("picture", "cat");
        browser.later(Duration.ofMinutes(27));

        assertThat(upload.respond().maxAge()).isEqualTo(180);
        browser.request(session -> assertThat(session.get("picture")).isNotEmpty());
    }

    /** As with long polling, where no request is faster. */
    @Test
    void aRenewalThatCanNotWaitIsMadeByASlowRequestToo() {
        signIn("ada");
        browser.later(Duration.ofMinutes(20));
        Browser.Request slow = beginConfirmed();
        browser.later(Duration.ofSeconds(30));

        Commit commit = slow.respond();

        assertThat(commit.kind()).isEqualTo(Commit.Kind.RENEW);
        assertThat(commit.maxAge()).isEqualTo(1770);
    }

    @Test
    void anOwnLifetimeThatASlowRequestChoosesCountsFromItsConfirmation() {
        signIn("ada");
        Browser.Request slow = beginConfirmed();
        slow.session.maxAge(Duration.ofMinutes(25));
        browser.later(Duration.ofMinutes(10));

        assertThat(slow.respond().maxAge()).isEqualTo(900);
    }

    @Test
    void S40_aSignInWhoseResponseIsSlowLivesFromItsBeginning() {
        Browser.Request slow = browser.begin();
        slow.session.signIn("ada", Set.of());
        browser.later(Duration.ofMinutes(10));

        assertThat(slow.respond().maxAge()).isEqualTo(1200);
        assertThat(sealedExpiry()).isEqualTo(browser.now().getEpochSecond() + 1200);
    }

    @Test
    void S40_aSignInWhoseResponseIsSlowerThanItsLifetimeLeavesNoCookie() {
        Browser.Request slow = browser.begin();
        slow.session.signIn("ada", Set.of());
        browser.later(Duration.ofMinutes(30));

        assertThat(slow.respond().kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void aSignInThatReplacesAnotherOneLivesFromItsOwnBeginning() {
        signIn("ada");
        browser.later(Duration.ofMinutes(20));
        Browser.Request slow = browser.begin();
        slow.session.signIn("ada", Set.of());
        browser.later(Duration.ofMinutes(10));

        assertThat(slow.respond().maxAge()).isEqualTo(1200);
    }

    @Test
    void aSlowSignOutStillRemovesTheCookie() {
        signIn("ada");
        Browser.Request slow = beginConfirmed();
        slow.session.signOut();
        browser.later(Duration.ofHours(1));

        assertThat(slow.respond().kind()).isEqualTo(Commit.Kind.EXPIRE);
    }

    @Test
    void aSlowRequestOfAnAnonymousSessionHasAFreshLifetime() {
        browser.request(session -> session.set("cart", 1));
        browser.later(Duration.ofMinutes(10));
        Browser.Request slow = browser.begin();
        slow.session.set("cart", 2);
        browser.later(Duration.ofMinutes(5));

        assertThat(slow.respond().maxAge()).isEqualTo(1800);
    }

    /** The new cookie would not live longer, and could replace one of a newer sign-in. */
    @Test
    void aSecretIsNotReplacedByALateAnswerWithoutConfirmation() {
        signIn("ada");
        browser.secrets(KeyRing.of("Nq8wZt5cXv2bKm7rLp4jHy1gTf9dSa6e", List.of(Browser.SECRET)));
        browser.later(Duration.ofMinutes(20));
        Browser.Request late = browser.begin();
        late.session.id();
        browser.later(Duration.ofMillis(2_001));

        assertThat(late.respond().kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void aRequestWithAnEndedSignInIsCountedOnce() {
        String id = signIn("ada");
        registry.ended.add(id);

        browser.request(session -> {
            session.signInId();
            session.get("cart");
        });

        assertThat(registry.counted).isEqualTo(1);
    }

    @Test
    void aRequestWhoseSignInEndsMeanwhileIsNotCounted() {
        String id = signIn("ada");
        browser.request(session -> {
            session.set("cart", 3);
            registry.ended.add(id);
        });

        assertThat(registry.counted).isZero();
    }

    /** As when the store was unavailable at first, with users let in. */
    @Test
    void aConfirmationThatFollowsLeavesTheBinding() {
        signIn("ada");

        Commit commit = browser.request(session -> {
            SignedIn judged = ((SessionState) session).signedIn();
            ((SessionState) session).judged(judged, Judgement.BOUND);
            ((SessionState) session).judged(judged.bind(), Judgement.CONFIRMED);
        });

        assertThat(commit.kind()).isEqualTo(Commit.Kind.BIND);
        browser.request(session -> assertThat(((SessionState) session).signedIn().bound()).isTrue());
    }

    @Test
    void anotherSecretDoesNotProlongASessionThatIsNotConfirmed() {
        signIn("ada");
        browser.later(Duration.ofMinutes(10));
        browser.secrets(KeyRing.of("Nq8wZt5cXv2bKm7rLp4jHy1gTf9dSa6e", List.of(Browser.SECRET)));

        Commit commit = browser.request(UserSession::id);

        assertThat(commit.kind().toString()).isEqualTo("re_seal");
        assertThat(commit.maxAge()).isEqualTo(1200);
    }

    @Test
    void aSignInInTheSameRequestIsNoMatterOfConfirmation() {
        signIn("ada");
        browser.later(Duration.ofMinutes(10));

        assertThat(browser.request(session -> session.signIn("ada", Set.of())).maxAge()).isEqualTo(1800);
    }

    @Test
    void S41_aRequestUnderWayWritesNothingOfASignInThatHasEndedMeanwhile() {
        String id = signIn("ada");
        Browser.Request underWay = browser.begin();
        underWay.session.set("cart", 3);
        registry.ended.add(id);

        try (CapturedLog log = new CapturedLog()) {
            assertThat(underWay.respond().kind()).isEqualTo(Commit.Kind.NONE);
            assertThat(log.text()).contains("changes made by /shop/cart were lost");
        }
    }

    @Test
    void S41_nothingIsSaidWhereNothingIsLost() {
        String id = signIn("ada");
        browser.request(session -> session.flash("message", "hello"));
        Browser.Request underWay = browser.begin();
        underWay.session.get("message");
        registry.ended.add(id);

        try (CapturedLog log = new CapturedLog()) {
            assertThat(underWay.respond().kind()).isEqualTo(Commit.Kind.NONE);
            assertThat(log.messages("WARN")).isEmpty();
        }
    }

    @Test
    void whoSignsInAgainAfterAllSignInsHaveEndedIsSignedIn() {
        String id = signIn("ada");
        browser.request(session -> {
            session.set("cart", 3);
            registry.ended.add(id);
            session.signIn("ada", Set.of());
        });

        browser.request(session -> {
            assertThat(session.signInId()).isPresent().isNotEqualTo(java.util.Optional.of(id));
            assertThat(session.data()).isEqualTo(Map.of("cart", 3));
        });
    }

    @Test
    void S41_aSessionThatIsKnownToHaveEndedIsEmptyAndLeavesTheCookie() {
        String id = signIn("ada");
        browser.request(session -> session.set("cart", 3));
        registry.ended.add(id);
        browser.later(Duration.ofMinutes(6));

        Commit commit = browser.request(session -> {
            assertThat(session.signInId()).isEmpty();
            assertThat(session.signedInAt()).isEmpty();
            assertThat(session.data()).isEmpty();
            assertThat(session.isNew()).isTrue();
        });

        assertThat(commit.kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void aSessionThatBeginsAfterTheEndIsKept() {
        String id = signIn("ada");
        registry.ended.add(id);

        browser.request(session -> session.set("cart", 1));

        browser.request(session -> assertThat(session.data()).isEqualTo(Map.of("cart", 1)));
    }

    @Test
    void changesFromBeforeARefusalAreLostWithAWarning() {
        signIn("ada");

        try (CapturedLog log = new CapturedLog()) {
            Commit commit = browser.request(session -> {
                session.set("cart", 3);
                ((SessionState) session).judged(((SessionState) session).signedIn(), Judgement.REFUSED);
            });

            assertThat(commit.kind()).isEqualTo(Commit.Kind.NONE);
            assertThat(log.text()).contains("Session 'default': changes made by /shop/cart were lost");
        }
    }

    @Test
    void whoIsSignedInToASessionWithoutSignInIsNobody() {
        signIn("ada");

        browser.with(SignInSupport.OFF).request(session -> {
            assertThat(session.signInId()).isEmpty();
            assertThat(session.signedInAt()).isEmpty();
        });
    }

    private String signIn(String principal) {
        browser.request(session -> session.signIn(principal, Set.of()));
        return signInId();
    }

    private long sealedExpiry() {
        return browser.content().issuedAt() + browser.content().lifetime();
    }

    private String signInId() {
        return SignedIn.of(browser.content().entries().get("~sign-in")).id();
    }

    private Browser.Request beginConfirmed() {
        Browser.Request request = browser.begin();
        request.session.judged(request.session.signedIn(), Judgement.CONFIRMED);
        return request;
    }

    /** A request that is authenticated. */
    private Commit confirmed(java.util.function.Consumer<UserSession> work) {
        return browser.request(session -> {
            ((SessionState) session).judged(((SessionState) session).signedIn(), Judgement.CONFIRMED);
            work.accept(session);
        });
    }

    private static final class Registry implements SignInRegistry {

        final List<String> events = new ArrayList<>();
        final Set<String> ended = new HashSet<>();
        int counted;

        @Override
        public void begin(SignedIn signedIn, String userAgent) {
            events.add("begin " + signedIn.id() + " by " + userAgent);
        }

        @Override
        public void replace(SignedIn former) {
            events.add("replace " + former.id());
        }

        @Override
        public void end(SignedIn signedIn) {
            events.add("end " + signedIn.id());
            ended.add(signedIn.id());
        }

        @Override
        public boolean isEnded(SignedIn signedIn) {
            return ended.contains(signedIn.id());
        }

        @Override
        public void countEnded() {
            counted++;
        }
    }
}
