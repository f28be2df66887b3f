package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** The application seals the session itself; what is left for the response says so. */
class CommitByHandTest {

    private final Browser browser = new Browser();

    @Test
    void theResponseSaysThatTheApplicationHasBeenGivenTheCookie() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");

        Commit byHand = session.commitNow();
        Commit response = session.commit();

        assertThat(byHand.kind()).isEqualTo(Commit.Kind.SET);
        assertThat(response.kind()).isEqualTo(Commit.Kind.SET);
        assertThat(response.byHand()).isTrue();
        assertThat(response.content().id()).isEqualTo(byHand.content().id());
    }

    @Test
    void aSessionWithoutChangesIsWrittenAllTheSameAndNothingIsLeftForTheResponse() {
        browser.request(session -> session.set("user", "ada"));
        SessionState session = browser.begin().session;

        Commit byHand = session.commitNow();
        Commit response = session.commit();

        assertThat(byHand.content().entries()).isEqualTo(Map.of("user", "ada"));
        assertThat(response.kind()).isEqualTo(Commit.Kind.NONE);
        assertThat(response.byHand()).isTrue();
    }

    @Test
    void aLaterChangeIsForTheResponse() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");
        session.commitNow();
        session.set("user", "grace");

        Commit response = session.commit();

        assertThat(response.byHand()).isFalse();
        assertThat(response.content().entries()).isEqualTo(Map.of("user", "grace"));
    }

    @Test
    void S12_aLaterDestroyIsForTheResponse() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");
        session.commitNow();
        session.destroy();

        Commit response = session.commit();

        assertThat(response.kind()).isEqualTo(Commit.Kind.EXPIRE);
        assertThat(response.byHand()).isFalse();
        assertThat(response.endsImport()).isTrue();
    }

    @Test
    void whatIsCommittedByHandIsNotReportedAsLost() {
        SessionState session = browser.begin().session;
        session.set("user", "ada");
        assertThat(session.isUncommitted()).isTrue();

        session.commitNow();

        assertThat(session.isUncommitted()).isFalse();
    }
}
