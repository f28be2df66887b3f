package io.quarkiverse.usersession.runtime.format;

/**
 * The cookies of a session, among those of a request, that were set under another scope than the present one: with the domain,
 * path or partitioning that was configured before.
 *
 * @param scopes their {@link CookieScope#hash hashes}
 * @param ofSession whether the session itself is in one of them, and not in a cookie of the present scope
 * @param alone whether all cookies of that name in the request are certainly of this application
 */
public record FormerCookies(short[] scopes, boolean ofSession, boolean alone) {

    /** Of the only cookie of a request. */
    static FormerCookies only(short scope) {
        return new FormerCookies(new short[] { scope }, true, true);
    }

    public boolean hasScope(short scope) {
        for (short each : scopes) {
            if (each == scope) {
                return true;
            }
        }
        return false;
    }
}
