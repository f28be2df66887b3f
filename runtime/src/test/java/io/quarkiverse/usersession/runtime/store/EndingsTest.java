package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** What a replica remembers to have ended, for how long, and how much of it. */
class EndingsTest {

    private static final Duration HOUR = Duration.ofMillis(Endings.MILLIS_AFTER_CONFIRMATION);

    private final FakeTimers time = new FakeTimers();
    private final Endings endings = new Endings(time);
    private final long now = time.millis();

    @Test
    void oneThatIsConfirmedIsRememberedForAnHour() {
        endings.begin("ada", Replica.id(1));
        endings.beginAll("bob", now, null);
        endings.confirm("ada", Replica.id(1));
        endings.confirmAll("bob");

        time.pass(HOUR.minusMillis(1));
        anotherOne();
        assertThat(endings.isEnded("ada", Replica.id(1), now)).isTrue();
        assertThat(endings.isEnded("bob", Replica.id(1), now - 1)).isTrue();
        time.pass(Duration.ofMillis(1));
        anotherOne();

        assertThat(endings.isEnded("ada", Replica.id(1), now)).isFalse();
        assertThat(endings.isEnded("bob", Replica.id(1), now - 1)).isFalse();
        assertThat(endings.size()).isEqualTo(1);
    }

    @Test
    void oneThatIsNotConfirmedIsRemembered() {
        endings.begin("ada", Replica.id(1));
        endings.beginAll("bob", now, null);

        time.pass(HOUR.multipliedBy(1_000));
        anotherOne();

        assertThat(endings.isEnded("ada", Replica.id(1), now)).isTrue();
        assertThat(endings.isEnded("bob", Replica.id(1), now - 1)).isTrue();
    }

    @Test
    void oneThatBeginsAgainIsNotConfirmedAnyMore() {
        endings.beginAll("ada", now, null);
        endings.confirmAll("ada");
        endings.beginAll("ada", now + 1, null);
        endings.beginAll("ada", now + 2, null);
        endings.confirmAll("ada");

        time.pass(HOUR);
        anotherOne();

        assertThat(endings.isEnded("ada", Replica.id(1), now + 1)).isTrue();
        endings.confirmAll("ada");
        time.pass(HOUR);
        anotherOne();
        assertThat(endings.isEnded("ada", Replica.id(1), now + 1)).isFalse();
    }

    @Test
    void whatIsConfirmedTwiceOrWasForgottenMakesNoDifference() {
        endings.confirm("ada", Replica.id(1));
        endings.begin("ada", Replica.id(1));
        endings.confirm("ada", Replica.id(1));
        endings.confirm("ada", Replica.id(1));

        assertThat(endings.size()).isEqualTo(1);
        assertThat(endings.isEnded("ada", Replica.id(1), now)).isTrue();
    }

    @Test
    void beyondTheBoundTheOldestConfirmedIsForgottenFirst() {
        endings.begin("ada", Replica.id(1));
        endings.begin("ada", Replica.id(2));
        endings.begin("ada", Replica.id(3));
        endings.confirm("ada", Replica.id(3));
        endings.confirm("ada", Replica.id(2));

        fill(Endings.BOUND - 2);
        assertThat(ended(1, 2, 3)).containsExactly(1, 2);
        fill(Endings.BOUND - 1);
        assertThat(ended(1, 2, 3)).containsExactly(1);
        fill(Endings.BOUND);

        assertThat(ended(1, 2, 3)).isEmpty();
        assertThat(endings.size()).isEqualTo(Endings.BOUND);
    }

    @Test
    void hostileUsersDoNotMakeItGrow() {
        for (int i = 0; i < 3 * Endings.BOUND; i++) {
            endings.begin("mallory", Replica.id(i));
            endings.beginAll("mallory", i, Replica.id(i));
            endings.beginAll("mallory " + i, i, null);
        }

        assertThat(endings.size()).isEqualTo(Endings.BOUND);
        assertThat(endings.isEnded("mallory", Replica.id(3 * Endings.BOUND - 1), 0)).isTrue();
    }

    @Test
    void aMarkTellsWhatAllEndingsTogetherTell() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Long> marks = new ArrayList<>();
            List<String> exceptions = new ArrayList<>();
            Mark mark = null;
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                long before = random.nextInt(8);
                String except = random.nextInt(3) == 0 ? null : Replica.id(random.nextInt(3));
                marks.add(before);
                exceptions.add(except);
                mark = mark == null ? Mark.of(before, except) : mark.and(before, except);
            }
            for (int id = 0; id < 4; id++) {
                for (long at = -1; at < 9; at++) {
                    boolean ended = false;
                    for (int i = 0; i < marks.size(); i++) {
                        ended |= at < marks.get(i) && !Replica.id(id).equals(exceptions.get(i));
                    }
                    assertThat(mark.ends(Replica.id(id), at)).as("%s of %s, %s at %s", seed, mark, id, at).isEqualTo(ended);
                }
            }
        }
    }

    private void anotherOne() {
        endings.begin("another", Replica.id(0));
    }

    private void fill(int number) {
        for (int i = 0; i < number; i++) {
            endings.begin("mallory", Replica.id(i));
        }
    }

    private List<Integer> ended(int... numbers) {
        List<Integer> ended = new ArrayList<>();
        for (int number : numbers) {
            if (endings.isEnded("ada", Replica.id(number), now)) {
                ended.add(number);
            }
        }
        return ended;
    }
}
