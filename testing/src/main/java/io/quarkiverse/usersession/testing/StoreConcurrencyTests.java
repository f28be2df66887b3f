package io.quarkiverse.usersession.testing;

import static io.quarkiverse.usersession.testing.StoreUnderTest.ADA;
import static io.quarkiverse.usersession.testing.StoreUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** All operations on one user are atomic. */
interface StoreConcurrencyTests {

    long SEED = 20_260_304;
    int CHECKING = 3;
    int CHECKS = 8;

    @Test
    default void aSignInThatEndsWhileItIsTouchedStaysEnded(StoreUnderTest store) {
        Together together = new Together(new Random(SEED));
        for (int round = 0; round < store.rounds(); round++) {
            int id = round;
            Instant at = store.now();
            store.register(ADA, id, at);
            together.run(ended(store, id, at, () -> store.end(ADA, id)));
            assertThat(store.isActive(ADA, id, at)).as("round %d", round).isFalse();
            assertThat(store.ids(ADA)).as("round %d", round).doesNotContain(id(id));
        }
    }

    @Test
    default void aSignInThatEndsWhileItIsRegisteredStaysEnded(StoreUnderTest store) {
        Together together = new Together(new Random(SEED));
        for (int round = 0; round < store.rounds(); round++) {
            int id = round;
            Instant at = store.now().plusSeconds(30);
            together.run(ended(store, id, at, () -> store.end(ADA, id)));
            assertThat(store.isActive(ADA, id, at)).as("round %d", round).isFalse();
            assertThat(store.ids(ADA)).as("round %d", round).doesNotContain(id(id));
        }
    }

    @Test
    default void aSignInBeforeTheMarkThatIsRegisteredWhileAllEndIsEnded(StoreUnderTest store) {
        Together together = new Together(new Random(SEED));
        for (int round = 0; round < store.rounds(); round++) {
            int id = round;
            store.advanceSeconds(61);
            Instant mark = store.now();
            together.run(ended(store, id, mark.minusMillis(1), () -> store.endAll(ADA, mark)));
            assertThat(store.isActive(ADA, id, mark.minusMillis(1))).as("round %d", round).isFalse();
            assertThat(store.list(ADA)).as("round %d", round).isEmpty();
        }
    }

    @Test
    default void aSignInThatEndsWhileItIsExceptedStaysEnded(StoreUnderTest store) {
        Together together = new Together(new Random(SEED));
        for (int round = 0; round < store.rounds(); round++) {
            int id = round;
            Instant at = store.now();
            together.run(
                    List.of(() -> store.end(ADA, id), () -> store.endAllBut(ADA, at, id), () -> store.isActive(ADA, id, at)));
            assertThat(store.isActive(ADA, id, at)).as("round %d", round).isFalse();
        }
    }

    @Test
    default void ofMarksThatAreSetTogetherTheLatestCounts(StoreUnderTest store) {
        Together together = new Together(new Random(SEED));
        for (int round = 0; round < store.rounds(); round++) {
            store.advanceSeconds(61);
            Instant mark = store.now();
            together.run(List.of(() -> store.endAll(ADA, mark), () -> store.endAll(ADA, mark.minusMillis(2)),
                    () -> store.endAll(ADA, mark.minusMillis(1)), () -> store.endAll(ADA, mark.minusSeconds(60))));
            assertThat(store.isActive(ADA, -1, mark.minusMillis(1))).as("round %d", round).isFalse();
        }
    }

    @Test
    default void signInsThatAreRegisteredTogetherAreAllRegistered(StoreUnderTest store) {
        Together together = new Together(new Random(SEED));
        int each = 4;
        for (int round = 0; round < store.rounds(); round++) {
            String user = "user " + round;
            together.run(
                    IntStream.range(0, each).<Runnable> mapToObj(id -> () -> store.register(user, id, store.now())).toList());
            assertThat(store.ids(user)).as("round %d", round).hasSize(each);
        }
    }

    /** Several threads check a sign-in, so that each check has to note it, while another thread ends it. */
    private static List<Runnable> ended(StoreUnderTest store, int id, Instant at, Runnable end) {
        AtomicBoolean ended = new AtomicBoolean();
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> {
            end.run();
            ended.set(true);
        });
        for (int i = 0; i < CHECKING; i++) {
            tasks.add(() -> {
                for (int check = 0; check < CHECKS; check++) {
                    store.advanceSeconds(61);
                    boolean before = ended.get();
                    boolean active = store.isActive(ADA, id, at);
                    assertThat(active && before).as("active in a check that began after the sign-in was ended").isFalse();
                }
            });
        }
        return tasks;
    }
}
