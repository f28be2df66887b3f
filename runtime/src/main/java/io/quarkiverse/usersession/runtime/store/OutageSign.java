package io.quarkiverse.usersession.runtime.store;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;

import io.quarkiverse.usersession.SignInStoreException;

/**
 * Tells failures that keep a store from answering any call from those of a single call, such as one about an entry that can't
 * be read. Only the former may affect other users. A store that fails fast for another reason is asked each time, because no
 * request waits for it.
 */
final class OutageSign {

    private static final int MAX_CAUSES = 20;

    private OutageSign() {
    }

    /** Whether a timeout or a failed connection is the failure or its cause, unless the store itself says what it is. */
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
