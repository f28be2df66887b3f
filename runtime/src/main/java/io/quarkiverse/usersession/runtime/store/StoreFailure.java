package io.quarkiverse.usersession.runtime.store;

import io.quarkiverse.usersession.SignInStoreException;

/**
 * The store has failed or not answered. This exception has no cause, because the message of another exception may contain names
 * of users.
 */
final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 20;

    private enum Kind {
        TIMEOUT,
        NOT_ASKED,
        NOT_CREATED,
        OTHER
    }

    private final Kind kind;

    StoreFailure(String message) {
        this(message, Kind.OTHER);
    }

    private StoreFailure(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    static StoreFailure noAnswer() {
        return noAnswer("quarkus.user-session.sign-in.store.timeout");
    }

    static StoreFailure noAnswer(String timeout) {
        return new StoreFailure("no answer within " + timeout, Kind.TIMEOUT);
    }

    /** The store is not asked, as it has given no answer a moment ago. */
    static StoreFailure notAsked(String timeout) {
        return new StoreFailure(
                "no answer within " + timeout + " a moment ago, so it is asked once a second until it answers",
                Kind.NOT_ASKED);
    }

    /** There is no store to ask. */
    static StoreFailure notCreated(Throwable failure) {
        return new StoreFailure("it could not be created: " + reason(failure), Kind.NOT_CREATED);
    }

    /** Whether it can't be a failure of a single call. */
    static boolean isOfAll(Throwable failure) {
        return failure instanceof StoreFailure known && (known.kind == Kind.TIMEOUT || known.kind == Kind.NOT_CREATED);
    }

    static boolean isTimeout(Throwable failure) {
        return failure instanceof StoreFailure known && known.kind == Kind.TIMEOUT;
    }

    static boolean isNotAsked(Throwable failure) {
        return failure instanceof StoreFailure known && known.kind == Kind.NOT_ASKED;
    }

    static StoreFailure nothing() {
        return new StoreFailure("null where there has to be an answer");
    }

    /** The reason of a failure, such as {@code java.io.IOException at org.acme.Store.check(Store.java:12)}. */
    static String reason(Throwable failure) {
        if (isToBeShown(failure)) {
            return failure.getMessage();
        }
        Throwable root = failure;
        for (int i = 0; i < MAX_CAUSES && root.getCause() != null; i++) {
            root = root.getCause();
            if (isToBeShown(root)) {
                return root.getMessage();
            }
        }
        StringBuilder text = new StringBuilder(failure.getClass().getName());
        if (root != failure) {
            text.append(" (").append(root.getClass().getName()).append(')');
        }
        StackTraceElement[] places = root.getStackTrace();
        if (places.length > 0) {
            text.append(" at ").append(places[0]);
        }
        return text.toString();
    }

    private static boolean isToBeShown(Throwable failure) {
        return failure instanceof StoreFailure || failure instanceof SignInStoreException;
    }
}
