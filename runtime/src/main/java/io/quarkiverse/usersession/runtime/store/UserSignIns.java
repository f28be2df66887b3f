package io.quarkiverse.usersession.runtime.store;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.usersession.SignIn;
import io.quarkiverse.usersession.SignInCheck;

/** What is remembered about the sign-ins of one user. Not thread-safe. All times are in milliseconds since 1970. */
final class UserSignIns {

    static final int MAX_SIGN_INS = 100;

    private final Map<String, RememberedSignIn> byId = new LinkedHashMap<>(); // the one that is idle longest comes first
    private long mark = Long.MIN_VALUE;
    private long writtenAt;

    /** A write follows. */
    void write(long now, long oldest) {
        writtenAt = now;
        byId.values().removeIf(signIn -> signIn.at() < oldest);
    }

    boolean isForgotten(long oldest) {
        return writtenAt < oldest;
    }

    /** Whether a check has something new to remember. */
    boolean isToBeWritten(SignInCheck check, long now) {
        RememberedSignIn signIn = byId.get(check.id());
        return signIn == null ? isAfterMark(check) : signIn.isActive(check, now) && signIn.isToBeNoted(check, now);
    }

    boolean isActive(SignInCheck check, long now) {
        RememberedSignIn signIn = byId.get(check.id());
        return signIn == null ? isAfterMark(check) : signIn.isActive(check, now);
    }

    /** @return whether the sign-in is active; otherwise it is not registered */
    boolean register(SignInCheck check, long now) {
        boolean active = isActive(check, now);
        if (active) {
            put(check.id(), RememberedSignIn.seen(check, byId.get(check.id()), now));
        }
        return active;
    }

    void end(String id, long now) {
        RememberedSignIn signIn = byId.get(id);
        put(id, signIn == null ? RememberedSignIn.endedUnseen(now) : signIn.ended(now));
    }

    void endAll(long before, String exceptId, long now) {
        mark = Math.max(mark, before);
        for (String id : List.copyOf(byId.keySet())) {
            if (!id.equals(exceptId)) {
                end(id, now);
            }
        }
        if (exceptId != null && !byId.containsKey(exceptId)) {
            put(exceptId, RememberedSignIn.unseen(before, now));
        }
    }

    List<SignIn> list(long oldest) {
        return byId.entrySet().stream().filter(entry -> !entry.getValue().isEnded() && entry.getValue().at() >= oldest)
                .map(entry -> entry.getValue().toSignIn(entry.getKey()))
                .sorted(Comparator.comparing(SignIn::signedInAt).reversed()).toList();
    }

    private boolean isAfterMark(SignInCheck check) {
        return check.signedInAt().toEpochMilli() >= mark;
    }

    private void put(String id, RememberedSignIn signIn) {
        byId.remove(id);
        byId.put(id, signIn);
        if (byId.size() > MAX_SIGN_INS) {
            Iterator<RememberedSignIn> idleLongest = byId.values().iterator();
            RememberedSignIn dropped = idleLongest.next();
            idleLongest.remove();
            if (dropped.keepsOut()) { // or it would be active again, also for a copy from before it was bound
                mark = Math.max(mark, dropped.signedInAt() + 1);
            }
        }
    }
}
