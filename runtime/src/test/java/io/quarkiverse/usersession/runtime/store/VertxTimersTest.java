package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;

class VertxTimersTest {

    private final Vertx vertx = Vertx.vertx();
    private final VertxTimers timers = new VertxTimers(vertx);

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void aTaskRunsLaterOnAnEventLoop() throws Exception {
        CompletableFuture<Boolean> onEventLoop = new CompletableFuture<>();

        timers.after(Duration.ZERO, () -> onEventLoop.complete(Context.isOnEventLoopThread()));

        assertThat(onEventLoop.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aWorkerThatWaitsForATaskDoesNotKeepItFromRunning() throws Exception {
        CompletableFuture<String> waited = new CompletableFuture<>();
        Verticle waiting = new AbstractVerticle() {
            @Override
            public void start() throws Exception {
                CompletableFuture<String> task = new CompletableFuture<>();
                timers.after(Duration.ofMillis(1), () -> task.complete("done"));
                waited.complete(task.completeOnTimeout("never", 30, TimeUnit.SECONDS).get());
            }
        };

        vertx.deployVerticle(waiting, new DeploymentOptions().setWorker(true));

        assertThat(waited.get(60, TimeUnit.SECONDS)).isEqualTo("done");
    }

    /** Otherwise an outage that a request of such a verticle began would never end, as its probes depend on a timer. */
    @ParameterizedTest
    @EnumSource(names = { "EVENT_LOOP", "WORKER" })
    void aTaskOutlivesTheVerticleThatWantedIt(ThreadingModel threads) throws Exception {
        Duration delay = Duration.ofSeconds(1);
        CompletableFuture<String> task = wantedByAVerticleThatWasThere(threads, delay);
        while (task.isDone()) { // while the verticle was there, as the machine is busy
            delay = delay.multipliedBy(4);
            task = wantedByAVerticleThatWasThere(threads, delay);
        }

        assertThat(task.completeOnTimeout("never", 120, TimeUnit.SECONDS).get()).isEqualTo("ran");
    }

    private CompletableFuture<String> wantedByAVerticleThatWasThere(ThreadingModel threads, Duration delay) throws Exception {
        CompletableFuture<String> task = new CompletableFuture<>();
        Verticle wanting = new AbstractVerticle() {
            @Override
            public void start() {
                timers.after(delay, () -> task.complete("ran"));
            }
        };
        String id = vertx.deployVerticle(wanting, new DeploymentOptions().setThreadingModel(threads)).toCompletionStage()
                .toCompletableFuture().get(60, TimeUnit.SECONDS);
        vertx.undeploy(id).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        return task;
    }

    @Test
    void afterTheStopThereIsNoLater() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        List<String> ran = new CopyOnWriteArrayList<>();

        timers.after(Duration.ofMillis(1), () -> ran.add("late")).run();

        assertThat(ran).isEmpty();
    }

    @Test
    void aTaskThatIsCancelledDoesNotRun() throws Exception {
        List<String> ran = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> last = new CompletableFuture<>();

        vertx.runOnContext(ignored -> {
            Runnable cancel = timers.after(Duration.ofMillis(1), () -> ran.add("cancelled"));
            timers.after(Duration.ofMillis(2), () -> {
                ran.add("other");
                last.complete(null);
            });
            cancel.run();
        });

        last.get(60, TimeUnit.SECONDS);
        assertThat(ran).containsExactly("other");
    }
}
