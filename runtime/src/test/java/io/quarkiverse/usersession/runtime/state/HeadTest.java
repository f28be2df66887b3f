package io.quarkiverse.usersession.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.UserSession;

/** Nobody sees the page that answers a HEAD request, so it reads no flash value for good. */
class HeadTest {

    private final Browser browser = new Browser();

    @BeforeEach
    void aFlashValueIsStored() {
        browser.request(session -> session.set("user", "ada").flash("message", "Saved").flash("count", 2));
    }

    @Test
    void aFlashValueThatWasReadIsThereForTheNextGet() {
        Browser.Request head = browser.begin().head();
        assertThat(head.session.get("message")).contains("Saved");
        assertThat(new StateValue<Integer>(() -> head.session, "count", Integer.class).get()).contains(2);

        assertThat(head.respond().kind()).isEqualTo(Commit.Kind.NONE);

        assertThat(head.isChanged()).isFalse();
        browser.request(session -> assertThat(session.data()).containsEntry("message", "Saved").containsEntry("count", 2));
    }

    @Test
    void withinTheRequestItIsReadOnceAsWithGet() {
        UserSession session = browser.begin().head().session;
        session.get("message");

        assertThat(session.get("message")).isEmpty();
        assertThat(session.has("message")).isFalse();
        assertThat(session.data()).isEqualTo(Map.of("user", "ada", "count", 2));
    }

    @Test
    void whatTheApplicationChangesIsCommittedWithTheFlashValue() {
        Browser.Request head = browser.begin().head();
        head.session.get("message");
        head.session.set("visits", 1);

        head.respond();

        browser.request(session -> assertThat(session.data())
                .isEqualTo(Map.of("user", "ada", "count", 2, "visits", 1, "message", "Saved")));
    }

    @Test
    void whatTheApplicationRemovesOrReplacesIsGone() {
        Browser.Request head = browser.begin().head();
        head.session.get("message");
        head.session.get("count", Integer.class);
        head.session.unset("message").flash("count", 3);

        head.respond();

        browser.request(session -> assertThat(session.data()).isEqualTo(Map.of("user", "ada", "count", 3)));

        Browser.Request clearing = browser.begin().head();
        clearing.session.get("count", Integer.class);
        clearing.session.clear();
        clearing.respond();
        browser.request(session -> assertThat(session.data()).isEmpty());
    }

    @Test
    void whatIsHandedOutHasTheFlashValueToo() {
        SessionState session = browser.begin().head().session;
        session.get("message");

        assertThat(session.commitNow().content().entries()).containsEntry("!message", "Saved");
    }

    @Test
    void theFlashValueNeedsItsRoomAllTheSame() {
        browser.request(session -> session.flash("message", "x".repeat(1_500)));
        Browser.Request head = browser.begin().head();
        head.session.get("message");

        assertThat(catchThrowable(() -> head.session.set("large", "x".repeat(1_500))))
                .isInstanceOf(SessionTooLargeException.class);
        assertThat(head.respond().kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void anIdleSessionIsRenewedAsWithGet() {
        browser.restart(config -> config.renewAfter = Duration.ofMinutes(5));
        browser.later(Duration.ofMinutes(5));
        Browser.Request head = browser.begin().head();
        head.session.get("message");

        assertThat(head.respond().kind()).isEqualTo(Commit.Kind.RENEW);
        browser.request(session -> assertThat(session.get("message")).contains("Saved"));
    }
}
