package io.quarkiverse.usersession.runtime.origin;

/**
 * A cookie that brings a session: the session's own cookie, or that of another system from which it is imported.
 *
 * @param session the name of the session
 * @param sameSiteNone whether browsers send it with requests from all sites
 */
public record GuardedCookie(String session, String name, boolean sameSiteNone) {
}
