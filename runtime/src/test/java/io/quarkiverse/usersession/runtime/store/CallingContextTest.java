package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;

class CallingContextTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close();
    }

    /** As the one that Quarkus makes for each request. */
    private Context request() throws Exception {
        CompletableFuture<Context> root = new CompletableFuture<>();
        new Thread(() -> root.complete(vertx.getOrCreateContext())).start();
        return VertxContext.createNewDuplicatedContext(root.get(60, TimeUnit.SECONDS));
    }

    private static <T> T on(Context context, Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(ignored -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }

    private static Context whereItRuns(Executor executor, Context answering) throws Exception {
        CompletableFuture<Context> seen = new CompletableFuture<>();
        answering.runOnContext(ignored -> executor.execute(() -> seen.complete(Vertx.currentContext())));
        return seen.get(60, TimeUnit.SECONDS);
    }

    @Test
    void S13_whatFollowsAnAnswerRunsInTheContextOfItsOwnRequest() throws Exception {
        Context own = request();

        Executor executor = on(own, CallingContext::current);

        assertThat(whereItRuns(executor, request())).isSameAs(own);
    }

    /** The worker may be waiting for it, and would share its context with the thread that it runs on. */
    @Test
    void S13_forAWorkerItRunsInNoContextAtAll() throws Exception {
        Context own = request();

        Executor executor = own.executeBlocking(CallingContext::current).toCompletionStage().toCompletableFuture()
                .get(60, TimeUnit.SECONDS);

        assertThat(whereItRuns(executor, request())).isNull();
        assertThat(whereItRuns(executor, own)).isNull();
    }

    @Test
    void ifTheAnswerIsThereAtOnceNoThreadIsChanged() throws Exception {
        Context own = request();

        Thread[] threads = own.executeBlocking(() -> {
            Thread[] askingAndFollowing = { Thread.currentThread(), null };
            CallingContext.current().execute(() -> askingAndFollowing[1] = Thread.currentThread());
            return askingAndFollowing;
        }).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);

        assertThat(threads[1]).isSameAs(threads[0]);
    }

    @Test
    void aWorkerMayWaitForWhatFollows() throws Exception {
        CompletableFuture<String> waited = new CompletableFuture<>();
        Verticle waiting = new AbstractVerticle() {
            @Override
            public void start() throws Exception {
                Executor executor = CallingContext.current();
                CompletableFuture<String> task = new CompletableFuture<>();
                new Thread(() -> executor.execute(() -> task.complete("done"))).start();
                waited.complete(task.completeOnTimeout("never", 30, TimeUnit.SECONDS).get());
            }
        };

        vertx.deployVerticle(waiting, new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER));

        assertThat(waited.get(60, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void S13_whatNoRequestAskedForRunsInNoContextEither() throws Exception {
        assertThat(whereItRuns(CallingContext.current(), request())).isNull();
    }
}
