package io.quarkiverse.usersession.runtime.store;

import java.util.concurrent.Executor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The context in which a question is asked. The answer may arrive on any thread, but Vert.x must continue the request on its
 * event loop.
 */
public final class CallingContext {

    private CallingContext() {
    }

    /**
     * Returns an executor that runs tasks on the event loop that calls this method. If no event loop calls it, tasks run on the
     * thread that submits them.
     */
    public static Executor current() {
        Context context = Vertx.currentContext();
        if (context == null || !Context.isOnEventLoopThread()) {
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
