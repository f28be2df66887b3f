package io.quarkiverse.usersession.sample;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;

/** The sign-ins of one user. All times are in milliseconds since 1970. */
final class UserSignIns {

    static final int MAX_SIGN_INS = 100;

    private static final Pattern ID = Pattern.compile("[\\w-]{16}");
    private static final long SEEN_AGAIN_AFTER = 60_000;
    private static final long UNDER_WAY = 10_000; // for requests with the cookie from before the binding
    private static final long UNBOUND = Long.MAX_VALUE;

    /**
     * @param began the time of the ending where it is not known when the sign-in began
     * @param known whether a request of it has been seen
     * @param at when it was last seen, or was ended
     * @param boundAt when it was first seen as bound to a browser
     */
    private record State(boolean ended, long began, boolean known, long at, long boundAt, Optional<String> userAgent) {
    }

    private final Map<String, State> signIns = new LinkedHashMap<>(); // the one that was written longest ago comes first
    private long mark; // those that began before it and are not among them have been ended
    private long writtenAt;

    UserSignIns(long mark) {
        this.mark = mark;
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    boolean check(SignInCheck check, long now) {
        long began = check.signedInAt().toEpochMilli();
        State state = signIns.get(check.id());
        if (state == null ? began < mark : state.ended || !check.bound() && now - state.boundAt > UNDER_WAY) {
            return false;
        }
        long boundAt = state == null ? UNBOUND : state.boundAt;
        boolean binds = check.bound() && boundAt == UNBOUND;
        if (state == null || !state.known || binds || now - state.at > SEEN_AGAIN_AFTER) {
            Optional<String> userAgent = check.userAgent().isEmpty() && state != null ? state.userAgent : check.userAgent();
            put(check.id(), new State(false, began, true, now, binds ? now : boundAt, userAgent));
        }
        return true;
    }

    List<SignIn> list() {
        return signIns.entrySet().stream().filter(signIn -> !signIn.getValue().ended)
                .map(signIn -> signIn(signIn.getKey(), signIn.getValue()))
                .sorted(Comparator.comparing(SignIn::signedInAt).reversed()).toList();
    }

    private static SignIn signIn(String id, State state) {
        return new SignIn(id, Instant.ofEpochMilli(state.began), Instant.ofEpochMilli(Math.max(state.at, state.began)),
                state.userAgent);
    }

    void end(String id, long now) {
        State state = signIns.get(id);
        long began = state == null || !state.known ? now : state.began;
        put(id, new State(true, began, true, now, UNBOUND, Optional.empty()));
    }

    void endAll(long before, Optional<String> exceptId, long now) {
        mark = Math.max(mark, before);
        writtenAt = now;
        for (String id : List.copyOf(signIns.keySet())) {
            if (!id.equals(exceptId.orElse(null))) {
                end(id, now);
            }
        }
        exceptId.filter(id -> !signIns.containsKey(id))
                .ifPresent(id -> put(id, new State(false, before, false, now, UNBOUND, Optional.empty())));
    }

    private void put(String id, State state) {
        writtenAt = state.at;
        signIns.remove(id);
        signIns.put(id, state);
        if (signIns.size() > MAX_SIGN_INS) {
            String dropped = signIns.keySet().iterator().next();
            mark = Math.max(mark, keptOutBefore(signIns.remove(dropped))); // or it would be active again
        }
    }

    /** Forgets what was last seen or ended before a time. */
    void forget(long oldest) {
        signIns.values().removeIf(state -> state.at < oldest);
    }

    boolean isOlderThan(long oldest) {
        return writtenAt < oldest;
    }

    /** Whatever of this user was ended or bound began before this time. */
    long lastKeptOut() {
        return Math.max(mark, signIns.values().stream().mapToLong(UserSignIns::keptOutBefore).max().orElse(Long.MIN_VALUE));
    }

    private static long keptOutBefore(State state) {
        return state.ended || state.boundAt != UNBOUND ? state.began + 1 : Long.MIN_VALUE;
    }
}
