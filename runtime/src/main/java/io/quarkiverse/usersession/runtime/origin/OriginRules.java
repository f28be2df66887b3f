package io.quarkiverse.usersession.runtime.origin;

import java.util.List;
import java.util.Set;

/**
 * Defines which origins are trusted, and what happens to requests from others.
 *
 * @param trusted origins as browsers write them
 * @param readsForwardedHost whether Quarkus takes the host from forwarded headers of a proxy
 */
public record OriginRules(CrossOrigin mode, Set<String> trusted, AllowedPaths allowedPaths, boolean readsForwardedHost) {

    /** The same rules, with endpoints of the extension itself that other origins may call. */
    public OriginRules alsoAllowing(List<String> paths) {
        return new OriginRules(mode, trusted, allowedPaths.and(paths), readsForwardedHost);
    }

    boolean accept(RequestOrigin request) {
        return request.isOwn() || request.hasOrigin() && trusted.contains(request.origin())
                || allowedPaths.have(request.path());
    }
}
