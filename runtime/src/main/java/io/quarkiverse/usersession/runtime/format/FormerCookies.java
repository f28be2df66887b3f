package io.quarkiverse.usersession.runtime.format;

/**
 * The cookies of a session in a request that were set with another scope than the current one: with a domain, path or
 * partitioning that was configured before.
 *
 * @param scopes their {@link CookieScope#hash hashes}
 * @param ofSession whether the session itself is in one of them, and not in a cookie with the current scope
 * @param alone whether all cookies of that name in the request certainly belong to this application
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
