package io.quarkiverse.usersession.test;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usersession.SessionKey;
import io.quarkiverse.usersession.SessionName;
import io.quarkiverse.usersession.SessionValue;
import io.quarkiverse.usersession.UserSession;

/** Injected sessions of each kind, to be tried where there is no request. */
@ApplicationScoped
public class InjectedSessions {

    public static final String REFUSAL = "java.lang.IllegalStateException: There is no user session here: no HTTP request"
            + " is being served on this thread. Work that a request hands to another thread keeps its session with a"
            + " ManagedExecutor or with Mutiny's emitOn; everywhere else, such as in scheduled jobs, asynchronous observers,"
            + " WebSockets and gRPC, use SessionStorage";

    @Inject
    UserSession session;

    @Inject
    @SessionName("onboarding")
    UserSession onboarding;

    @Inject
    @SessionKey("cart")
    SessionValue<String> cart;

    /** What their exceptions say, once if it is the same. */
    public String refusals() {
        String refusal = refusal(session::isNew);
        for (Supplier<?> call : new Supplier<?>[] { onboarding::id, () -> session.get("name"), cart::get }) {
            if (!refusal(call).equals(refusal)) {
                return refusal + " - " + refusal(call);
            }
        }
        return refusal;
    }

    private static String refusal(Supplier<?> call) {
        try {
            return "no exception: " + call.get();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
