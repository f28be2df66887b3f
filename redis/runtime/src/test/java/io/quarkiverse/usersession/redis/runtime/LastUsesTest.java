package io.quarkiverse.usersession.redis.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usersession.runtime.store.PatientCalls;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

class LastUsesTest {

    private final List<Runnable> timeouts = new ArrayList<>();
    private final LastUses lastUses = new LastUses(new PatientCalls(Duration.ofSeconds(1), "the.timeout", (delay, task) -> {
        timeouts.add(task);
        return () -> timeouts.remove(task);
    }));
    private final List<UniEmitter<? super Boolean>> written = new ArrayList<>();

    private void write(int times) {
        for (int i = 0; i < times; i++) {
            lastUses.write(() -> Uni.createFrom().emitter(written::add));
        }
    }

    @Test
    void soManyAreWrittenAtATime() {
        write(LastUses.MAX_IN_PROGRESS + 100);

        assertThat(written).hasSize(LastUses.MAX_IN_PROGRESS);
    }

    @Test
    void whatIsWrittenOrFailsOrIsLateMakesRoom() {
        write(LastUses.MAX_IN_PROGRESS);

        written.get(0).complete(true);
        written.get(1).fail(new IllegalStateException());
        List.copyOf(timeouts).get(0).run();
        write(10);

        assertThat(written).hasSize(LastUses.MAX_IN_PROGRESS + 3);
    }
}
