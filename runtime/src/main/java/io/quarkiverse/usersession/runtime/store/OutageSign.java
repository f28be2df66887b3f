package io.quarkiverse.usersession.runtime.store;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;

import io.quarkiverse.usersession.SignInStoreException;

/**
 * Tells failures that keep a store from answering anybody from those of a single call, such as one about an entry that can't be
 * read. Only the former may affect other users. What fails fast for another reason is asked each time, because no request waits
 * for it.
 */
final class OutageSign {

    private static final int MAX_CAUSES = 20;

    private OutageSign() {
    }

    /** Whether it is, or is caused by, a failure to reach the store or to wait for it, or the store says so itself. */
    static boolean isIn(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof SignInStoreException told) {
                return told.isUnavailable();
            }
            if (isOfTimeOrConnection(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOfTimeOrConnection(Throwable failure) {
        return StoreFailure.isOfAll(failure)
                || failure instanceof TimeoutException
                || failure instanceof io.smallrye.mutiny.TimeoutException
                || failure instanceof SocketException
                || failure instanceof SocketTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof ClosedChannelException;
    }
}
