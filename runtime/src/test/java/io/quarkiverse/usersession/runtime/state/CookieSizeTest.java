package io.quarkiverse.usersession.runtime.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usersession.SessionTooLargeException;
import io.quarkiverse.usersession.testsupport.CapturedLog;

/** A session never grows beyond what a browser accepts. */
class CookieSizeTest {

    private static final int LIMIT = 4096;
    // 4096 - "__session" = 4087 characters of base64url = 3065 bytes, less 72 of the format and 8 of {"k":""}
    private static final int LARGEST = 2985;
    private static final int EIGHTY_PERCENT = 3276;

    private final Browser browser = new Browser();

    @Test
    void S22_aSessionCanBeFilledToTheLastByte() {
        browser.request(session -> session.set("k", "x".repeat(LARGEST)));

        assertThat("__session".length() + browser.cookie.length()).isEqualTo(LIMIT);
        browser.request(session -> assertThat(session.get("k")).contains("x".repeat(LARGEST)));
    }

    @Test
    void S22_oneByteMoreIsRefused() {
        Browser.Request request = browser.begin();

        SessionTooLargeException e = catchThrowableOfType(SessionTooLargeException.class,
                () -> request.session.set("k", "x".repeat(LARGEST + 1)));

        assertThat(e.size()).isEqualTo(LIMIT + 1);
        assertThat(e.limit()).isEqualTo(LIMIT);
        assertThat(request.respond().kind()).isEqualTo(Commit.Kind.NONE);
        assertThat(request.isChanged()).isFalse();
    }

    @Test
    void S22_whatTheCookieBroughtCountsToTheByte() {
        browser.request(
                session -> session.set("old", List.of("é", 1.50, Map.of())).set("k", "x").flash("read", "y".repeat(1_000)));
        int kept = "\"old\":[\"é\",1.5,{}],".getBytes(UTF_8).length;
        Browser.Request request = browser.begin();

        request.session.get("read");
        assertThatExceptionOfType(SessionTooLargeException.class)
                .isThrownBy(() -> request.session.set("k", "x".repeat(LARGEST - kept + 1)))
                .satisfies(e -> assertThat(e.size()).isEqualTo(LIMIT + 1));
        request.session.set("k", "x".repeat(LARGEST - kept));
        request.respond();

        assertThat("__session".length() + browser.cookie.length()).isEqualTo(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "é", "漢", "😀", "\"", "\u0001" })
    void S22_bytesCountAndNotCharacters(String character) {
        browser.request(session -> {
            int count = 0;
            try {
                for (; count < LIMIT; count++) {
                    session.set("k", character.repeat(count));
                }
            } catch (SessionTooLargeException e) {
                assertThat(e.size()).isBetween(LIMIT + 1, LIMIT + 12);
            }
            assertThat(session.get("k")).contains(character.repeat(count - 1));
        });

        assertThat("__session".length() + browser.cookie.length()).isBetween(LIMIT - 8, LIMIT);
    }

    @Test
    void whatDoesNotFitLeavesTheSessionAsItWas() {
        browser.request(session -> session.set("name", "Ann").flash("note", "saved"));
        Browser.Request request = browser.begin();

        assertTooLarge(request, () -> request.session.set("name", "x".repeat(3_000)));
        assertTooLarge(request, () -> request.session.flash("note", "x".repeat(3_000)));
        assertTooLarge(request, () -> request.session.set("new", List.of("x".repeat(3_000))));
        assertTooLarge(request, () -> request.session.set("x".repeat(3_000), 1));

        assertThat(request.session.data()).isEqualTo(Map.of("name", "Ann", "note", "saved"));
        assertThat(request.respond().kind()).isEqualTo(Commit.Kind.NONE);
    }

    @Test
    void whatDoesNotFitDoesNotUndoOtherChanges() {
        browser.request(session -> {
            session.set("name", "Ann");
            assertThatExceptionOfType(SessionTooLargeException.class).isThrownBy(() -> session.set("k", "x".repeat(4_000)));
            session.set("visits", 1).maxAge(Duration.ofHours(1));
        });

        browser.request(session -> assertThat(session.data()).isEqualTo(Map.of("name", "Ann", "visits", 1)));
    }

    @Test
    void S5_saysHowLargeAndWhichKeysAndNotWhatIsInThem() {
        browser.request(session -> {
            session.set("small", "s").set("third", "c".repeat(100)).flash("second", "b".repeat(1_000));

            assertThatExceptionOfType(SessionTooLargeException.class).isThrownBy(() -> session.set("first", "a".repeat(2_000)))
                    .withMessageContaining("Session 'default'")
                    .withMessageContaining(" 4303 bytes").withMessageContaining(" 4096")
                    .withMessageContaining("'first' (2010 bytes), 'second' (1012 bytes), 'third' (110 bytes)")
                    .withMessageNotContainingAny("aaa", "bbb", "ccc", "small")
                    .satisfies(e -> assertThat(e.size()).isEqualTo(4303));
        });
    }

    @Test
    void warnsOnceAtEightyPercent() {
        try (CapturedLog log = new CapturedLog()) {
            browser.request(session -> {
                int length = 0;
                while (browser.format().cookieBytes(Map.of("k", "x".repeat(length + 1))) <= EIGHTY_PERCENT) {
                    length++;
                }
                session.set("k", "x".repeat(length));
                assertThat(log.messages("WARN")).as("at 80 %").isEmpty();

                session.set("k", "x".repeat(length + 1));
                assertThat(log.messages("WARN")).singleElement().asString()
                        .contains("Session 'default'", "4096", "'k' (").doesNotContain("xxx");
            });

            browser.request(session -> session.set("k", "y".repeat(LARGEST)));
            assertThat(log.messages("WARN")).hasSize(1);
        }
    }

    private static void assertTooLarge(Browser.Request request, Runnable change) {
        assertThatExceptionOfType(SessionTooLargeException.class).isThrownBy(change::run)
                .withMessageNotContainingAny("Ann", "saved", "x".repeat(100));
        assertThat(request.isChanged()).isFalse();
    }
}
