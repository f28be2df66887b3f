package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** The application seals the session itself; what is left for the response depends on whether the response has that cookie. */
class CommitByHandTest {

    private static final String WRITTEN = "value";

    private final Browser browser = new Browser();

    @Test
    void whatTheResponseHasIsNotCommittedAgain() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");

        Commit byHand = handOut(session);
        Commit response = session.commit(WRITTEN);

        assertThat(byHand.kind()).isEqualTo(Commit.Kind.SET);
        assertThat(response).isEqualTo(new Commit(Commit.Kind.NONE, null, 0, false, false, null));
    }

    @Test
    void whatTheResponseHasNotIsCommittedWithTheSameId() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");

        Commit byHand = handOut(session);
        Commit response = session.commit();

        assertThat(response.kind()).isEqualTo(Commit.Kind.SET);
        assertThat(response.content().id()).isEqualTo(byHand.content().id());
    }

    @Test
    void aSessionWithoutChangesIsWrittenAllTheSameAndNothingIsLeftForTheResponse() {
        browser.request(session -> session.set("user", "ada"));
        SessionState session = browser.begin().session;

        Commit byHand = handOut(session);

        assertThat(byHand.content().entries()).isEqualTo(Map.of("user", "ada"));
        assertThat(session.commit(WRITTEN).kind()).isEqualTo(Commit.Kind.NONE);
        assertThat(session.commit().kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void aLaterChangeIsForTheResponse() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");
        handOut(session);
        session.set("user", "grace");

        Commit response = session.commit(WRITTEN);

        assertThat(response.lost()).isFalse();
        assertThat(response.content().entries()).isEqualTo(Map.of("user", "grace"));
    }

    @Test
    void S12_aLaterDestroyIsForTheResponse() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");
        handOut(session);
        session.destroy();

        Commit response = session.commit(WRITTEN);

        assertThat(response.kind()).isEqualTo(Commit.Kind.EXPIRE);
        assertThat(response.endsImport()).isTrue();
    }

    @Test
    void whatIsCommittedByHandIsNotReportedAsLost() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");
        assertThat(session.isUncommitted()).isTrue();

        handOut(session);

        assertThat(session.isUncommitted()).isFalse();
        assertThat(session.commit("of another session").lost()).isFalse();
    }

    @Test
    void aChangeIsLostIfTheResponseHasTheCookieOfAnotherSession() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");

        Commit response = session.commit("of another session");

        assertThat(response).isEqualTo(new Commit(Commit.Kind.NONE, null, 0, true, false, null));
        assertThat(session.isUncommitted()).isFalse();
    }

    private static Commit handOut(SessionState session) {
        Commit commit = session.commitNow();
        session.handedOut(WRITTEN);
        return commit;
    }
}
