package io.quarkiverse.usersession.runtime.store;

import java.util.concurrent.Executor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The context in which a question is asked. The answer may arrive on any thread, and in the context of another request. What
 * follows must run in the context of its own request, because the application may keep data there.
 */
public final class CallingContext {

    private CallingContext() {
    }

    /**
     * Returns an executor that runs tasks on the event loop of the present context. A worker thread that serves a request has
     * one too, and may wait for the task. Without a context, and in that of a worker, whose thread may be the one that waits,
     * tasks run on the thread that submits them.
     */
    public static Executor current() {
        Context context = Vertx.currentContext();
        if (context == null || !context.isEventLoopContext()) {
            return Runnable::run;
        }
        return next -> {
            if (Context.isOnEventLoopThread() && Vertx.currentContext() == context) {
                next.run();
            } else {
                context.runOnContext(ignored -> next.run());
            }
        };
    }
}
