package io.quarkiverse.usersession.runtime.store;

import java.util.concurrent.Executor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Where a question is asked. The answer may come on any thread, and Vert.x wants to go on with a request on its event loop. */
public final class CallingContext {

    private CallingContext() {
    }

    /** Takes what it runs to the event loop that calls this method, or runs it where it is if no event loop does. */
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
