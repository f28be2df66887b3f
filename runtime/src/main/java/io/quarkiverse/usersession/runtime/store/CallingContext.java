package io.quarkiverse.usersession.runtime.store;

import java.util.concurrent.Executor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The context in which a question is asked. The answer may arrive on any thread, and in the context of another request. What
 * follows must not run there, because the application and Quarkus keep data of that request in it.
 */
public final class CallingContext {

    private CallingContext() {
    }

    /**
     * Returns an executor for what follows the answer. If an event loop calls this method, tasks run on that event loop, in the
     * present context. For any other thread, tasks run on the thread that submits them if it is the same one, and otherwise on
     * an event loop and in no context at all: the thread may be waiting for them in its own context, which two threads must not
     * use at once.
     */
    public static Executor current() {
        Context context = Vertx.currentContext();
        if (context != null && Context.isOnEventLoopThread()) {
            return next -> runOn(context, next);
        }
        Thread thread = Thread.currentThread();
        return next -> runFor(thread, next);
    }

    private static void runOn(Context context, Runnable next) {
        if (Context.isOnEventLoopThread() && Vertx.currentContext() == context) {
            next.run();
        } else {
            context.runOnContext(ignored -> next.run());
        }
    }

    private static void runFor(Thread thread, Runnable next) {
        Context present = Vertx.currentContext();
        if (present == null || Thread.currentThread() == thread) {
            next.run();
        } else {
            present.owner().nettyEventLoopGroup().next().execute(next);
        }
    }
}
