package io.quarkiverse.usersession.runtime.state;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.usersession.runtime.format.CookieOutcome;
import io.quarkiverse.usersession.runtime.format.EntryKey;
import io.quarkiverse.usersession.runtime.format.FormerCookies;
import io.quarkiverse.usersession.runtime.format.OpenedCookie;

/**
 * Chooses among several cookies with the same name. Browsers send one for each domain, path and partition, and other
 * applications on the host or its domain may have set some of them.
 */
final class CookieChoice {

    private final List<OpenedCookie> valid = new ArrayList<>();
    private final List<OpenedCookie> former = new ArrayList<>(); // those that are of no use but as the session's own
    private OpenedCookie unusable = OpenedCookie.ABSENT;
    private boolean alone = true;

    void add(OpenedCookie cookie) {
        CookieOutcome outcome = cookie.outcome();
        if (cookie.isValid()) {
            valid.add(cookie);
        } else if (unusable == OpenedCookie.ABSENT || rank(cookie) < rank(unusable)) {
            unusable = cookie;
        }
        if (cookie.isFormer() && (cookie.isValid() || outcome.isDead())) {
            former.add(cookie);
        }
        alone &= cookie.isValid() || outcome.isDead();
    }

    /**
     * Of the valid cookies, the one that was issued last.
     *
     * @param complete false if there are more cookies, which were not opened
     */
    OpenedCookie result(boolean complete) {
        alone &= complete;
        if (valid.isEmpty()) {
            return withFormer(complete ? unusable : OpenedCookie.TOO_MANY);
        }
        OpenedCookie latest = valid.get(0);
        for (OpenedCookie cookie : valid) {
            if (isLater(cookie, latest)) {
                latest = cookie;
            }
        }
        if (isConflict()) {
            return withFormer(OpenedCookie.unusable(CookieOutcome.CONFLICTING));
        }
        if (!complete && signIn(latest) != null) {
            return withFormer(OpenedCookie.TOO_MANY); // one that it conflicts with may be among the others
        }
        return withFormer(latest);
    }

    /**
     * Decides which outcome counts if none of several cookies can be used: the one with the lowest rank. Only a cookie that is
     * certainly ours and dead may be removed.
     */
    private static int rank(OpenedCookie cookie) {
        return switch (cookie.outcome()) {
            case NOT_YET_VALID, UNKNOWN_KEY, LATER_VERSION -> 0; // so that nothing is set over it
            case EXPIRED -> cookie.isFormer() ? 4 : 1; // in the present scope there is no other one then
            case DAMAGED -> 3; // in a scope that is not known, which may be another's
            default -> 2;
        };
    }

    private static boolean isLater(OpenedCookie one, OpenedCookie other) {
        long difference = one.content().issuedAt() - other.content().issuedAt();
        return difference > 0 || difference == 0 && other.isFormer() && !one.isFormer();
    }

    /** A browser keeps only one cookie for a scope, so this application did not set both in this browser. */
    private boolean isConflict() {
        for (int i = 1; i < valid.size(); i++) {
            SignedIn signIn = signIn(valid.get(i));
            for (int j = 0; signIn != null && j < i; j++) {
                SignedIn other = signIn(valid.get(j));
                if (other != null && !other.id().equals(signIn.id()) && isSameScope(valid.get(i), valid.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static SignedIn signIn(OpenedCookie cookie) {
        return SignedIn.of(cookie.content().entries().get(EntryKey.SIGN_IN));
    }

    private static boolean isSameScope(OpenedCookie one, OpenedCookie other) {
        return one.isFormer() ? other.isFormer() && one.former().scopes()[0] == other.former().scopes()[0] : !other.isFormer();
    }

    private OpenedCookie withFormer(OpenedCookie chosen) {
        if (former.isEmpty()) {
            return chosen;
        }
        short[] scopes = new short[former.size()];
        for (int i = 0; i < scopes.length; i++) {
            scopes[i] = former.get(i).former().scopes()[0];
        }
        return chosen.with(new FormerCookies(scopes, chosen.isFormer(), alone));
    }
}
